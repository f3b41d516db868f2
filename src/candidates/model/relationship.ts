import { daysAfter, type Instant } from '../../kernel/model/time.ts'
import type { RelationshipState } from './candidate.ts'
import type { ConsentNow } from './consent.ts'

/** What the rooms know about a person, from which the relationship follows; counts are of what is open now. */
export interface RelationshipFacts {
  /** When the record came to be. */
  knownSince: Instant
  /** Set when the law asks us to tell them that we hold their data and we have not yet (GDPR Art. 14: one month). */
  noticeDue?: Instant
  activeApplications: number
  /** When they last applied, on any job, open or closed. */
  lastApplied?: Instant
  /** How the last closed application ended; `told` once the message left. */
  lastDecision?: { at: Instant; told?: Instant }
  activeLeads: number
  /** When we last wrote, called or met. */
  lastContact?: Instant
  /** When they last replied, subscribed or attended. */
  lastEngaged?: Instant
  talentPool: ConsentNow
  hired?: { at: Instant }
  doNotContact?: { at: Instant }
  erased?: { at: Instant }
}

/** How long things hold, in days; an organisation's settings, never below what its country's pack allows. */
export interface RelationshipTerms {
  dormantAfterDays: number
  renewBeforeDays: number
  decidedForDays: number
}

export const usualTerms: RelationshipTerms = {
  dormantAfterDays: 365,
  renewBeforeDays: 30,
  decidedForDays: 180,
}

export type Act =
  | 'send-notice'
  | 'reach-out'
  | 'add-to-pool'
  | 'nurture'
  | 'invite'
  | 'ask-interest'
  | 'request-application'
  | 'calibrate'
  | 'chat'
  | 'review'
  | 'interview'
  | 'offer'
  | 'decide'
  | 'tell'
  | 'survey'
  | 'offer-to-stay-in-touch'
  | 'renew-consent'
  | 'welcome'
  | 'assign-task'
  | 'ask-referral'

/** Which half acts, what it may do and the one sensible next step. */
export interface Relationship {
  state: RelationshipState
  half: 'crm' | 'ats' | 'none'
  allows: readonly Act[]
  nextStep: Act | undefined
  says: string
}

/** Derives where a person stands (field-guide A12); the first rule that fits decides, so every person has exactly one state. */
export function relationshipOf(facts: RelationshipFacts, now: Instant, terms = usualTerms): Relationship {
  if (facts.erased || isLeftAlone(facts)) return leftAlone(facts)
  if (facts.activeApplications > 0) return applicant(facts)
  if (facts.hired) return hired
  // Who waits for our answer gets it before anything new begins.
  if (facts.lastDecision && facts.lastDecision.told === undefined) return decidedNotNow(facts)
  if (facts.activeLeads > 0) return lead(facts)
  if (decisionStands(facts, now, terms)) return decidedNotNow(facts)
  if (isDormant(facts, now, terms)) return dormant(facts)
  return facts.lastEngaged || facts.talentPool.state === 'given' ? engaged : known(facts)
}

// Who applies after asking to be left alone speaks to us by their own act and must be answered.
function isLeftAlone({ doNotContact, activeApplications, lastApplied }: RelationshipFacts): boolean {
  if (doNotContact === undefined) return false
  return activeApplications === 0 || lastApplied === undefined || lastApplied <= doNotContact.at
}

function decisionStands(facts: RelationshipFacts, now: Instant, terms: RelationshipTerms): boolean {
  const { lastDecision, lastEngaged, talentPool } = facts
  if (lastDecision === undefined) return false
  if (lastDecision.told === undefined) return true
  const stays = talentPool.state === 'given' || (lastEngaged !== undefined && lastEngaged > lastDecision.told)
  return !stays && now < daysAfter(lastDecision.at, terms.decidedForDays)
}

function isDormant(facts: RelationshipFacts, now: Instant, terms: RelationshipTerms): boolean {
  const { state, until } = facts.talentPool
  if (state === 'expired') return true
  if (state === 'given' && until !== undefined) return daysAfter(until, -terms.renewBeforeDays) <= now
  const moments = [facts.knownSince, facts.lastContact, facts.lastEngaged, facts.lastDecision?.at]
  const last = moments
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1)!
  return daysAfter(last, terms.dormantAfterDays) <= now
}

function leftAlone(facts: RelationshipFacts): Relationship {
  const says = facts.erased ? 'Erased. Nothing may be stored or sent.' : 'Asked not to be contacted.'
  return { state: 'do-not-contact', half: 'none', allows: [], nextStep: undefined, says }
}

function applicant({ activeApplications: count }: RelationshipFacts): Relationship {
  const says = `In process on ${count === 1 ? 'one job' : `${count} jobs`}: only mail about the process.`
  return {
    state: 'applicant',
    half: 'ats',
    allows: ['review', 'interview', 'offer', 'decide'],
    nextStep: 'review',
    says,
  }
}

function lead({ activeLeads: count }: RelationshipFacts): Relationship {
  const says = `Considered for ${count === 1 ? 'one job' : `${count} jobs`}, has not applied: no scorecard, no rejection.`
  return {
    state: 'lead',
    half: 'crm',
    allows: ['request-application', 'calibrate', 'chat'],
    nextStep: 'request-application',
    says,
  }
}

function decidedNotNow({ lastDecision, talentPool }: RelationshipFacts): Relationship {
  const state = 'decided-not-now'
  if (lastDecision?.told === undefined)
    return { state, half: 'ats', allows: ['tell'], nextStep: 'tell', says: 'Decided, but not told yet.' }
  if (talentPool.state === 'withdrawn')
    return {
      state,
      half: 'crm',
      allows: ['survey'],
      nextStep: undefined,
      says: 'Told, and does not want to stay in touch.',
    }
  const says = 'Told. Ask whether they want to stay in touch.'
  return {
    state,
    half: 'crm',
    allows: ['survey', 'offer-to-stay-in-touch'],
    nextStep: 'offer-to-stay-in-touch',
    says,
  }
}

function dormant({ talentPool }: RelationshipFacts): Relationship {
  if (talentPool.state === 'withdrawn')
    return {
      state: 'dormant',
      half: 'crm',
      allows: [],
      nextStep: undefined,
      says: 'Silent for long, and does not want to stay in touch.',
    }
  const ends =
    talentPool.state === 'given'
      ? 'The consent ends soon'
      : talentPool.state === 'expired'
        ? 'The consent has ended'
        : 'Silent for long'
  const says = `${ends}: one request to renew, then erase.`
  return { state: 'dormant', half: 'crm', allows: ['renew-consent'], nextStep: 'renew-consent', says }
}

function known({ noticeDue, lastContact }: RelationshipFacts): Relationship {
  const allows: Act[] = ['send-notice', 'reach-out', 'add-to-pool']
  if (noticeDue !== undefined)
    return {
      state: 'known',
      half: 'crm',
      allows,
      nextStep: 'send-notice',
      says: 'Does not know yet that we hold their data: tell them.',
    }
  const says = lastContact === undefined ? 'Known, never written to.' : 'Written to, no answer yet.'
  return { state: 'known', half: 'crm', allows: ['reach-out', 'add-to-pool'], nextStep: 'reach-out', says }
}

const engaged: Relationship = {
  state: 'engaged',
  half: 'crm',
  allows: ['nurture', 'invite', 'ask-interest', 'add-to-pool'],
  nextStep: 'ask-interest',
  says: 'In touch with us.',
}

const hired: Relationship = {
  state: 'hired',
  half: 'ats',
  allows: ['welcome', 'assign-task', 'ask-referral'],
  nextStep: 'welcome',
  says: 'Hired: onboarding speaks with them, the CRM is silent.',
}
