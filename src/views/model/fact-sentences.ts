import { originSays } from '../../candidates/model/candidate.ts'
/** How an entry of the timeline looks and which half of the product it belongs to. */
export interface Sentence {
  readonly icon:
    | 'person'
    | 'application'
    | 'decision'
    | 'mail'
    | 'note'
    | 'task'
    | 'file'
    | 'consent'
    | 'merge'
    | 'tag'
  readonly half: 'crm' | 'ats' | 'both'
  /** What happened; {actor}, {job}, {pool}, {stage} and {sequence} are put in, and a particular by its name. */
  readonly says: string
  /** The same where nobody of ours did it. */
  readonly saysOfThemselves?: string
}

/** What each fact about a person says. A fact that is not here is not for the timeline. */
export const factSentences: Readonly<Record<string, Sentence>> = {
  'candidate.added': {
    icon: 'person',
    half: 'both',
    says: '{actor} put them on record ({source})',
    saysOfThemselves: 'Came by themselves ({source})',
  },
  'candidate.recognised': { icon: 'person', half: 'both', says: 'Came in again ({source})' },
  'candidate.corrected': { icon: 'person', half: 'both', says: '{actor} corrected {fields}' },
  'own-page.details-corrected': { icon: 'person', half: 'both', says: 'They corrected {fields}' },
  'own-page.opened': { icon: 'person', half: 'ats', says: 'They opened their page' },
  'owner.set': { icon: 'person', half: 'crm', says: '{actor} changed who looks after them' },
  'relationship.changed': { icon: 'person', half: 'both', says: 'Now {relationship}, before {before}' },
  'contact-point.added': { icon: 'person', half: 'both', says: '{actor} added a way to reach them ({kind})' },
  'contact-point.removed': {
    icon: 'person',
    half: 'both',
    says: '{actor} removed a way to reach them ({kind})',
  },
  'contact-point.preferred': {
    icon: 'person',
    half: 'both',
    says: '{actor} put another way to reach them first ({kind})',
  },
  'tag.added': { icon: 'tag', half: 'crm', says: '{actor} added a tag' },
  'tag.removed': { icon: 'tag', half: 'crm', says: '{actor} took a tag away' },
  'task.assigned': { icon: 'task', half: 'both', says: '{actor} assigned a task' },
  'task.done': { icon: 'task', half: 'both', says: '{actor} did a task' },
  'task.reopened': { icon: 'task', half: 'both', says: '{actor} opened a task again' },
  'consent.recorded': { icon: 'consent', half: 'crm', says: 'Consent to {purpose}: {event} ({channel})' },
  'contact.held': { icon: 'consent', half: 'both', says: '{actor} marked them as do-not-contact' },
  'contact.resumed': { icon: 'consent', half: 'both', says: '{actor} lifted do-not-contact' },
  'duplicate.suggested': { icon: 'merge', half: 'both', says: 'Perhaps on record twice' },
  'duplicate.settled': {
    icon: 'merge',
    half: 'both',
    says: '{actor} said that the other record is someone else',
  },
  'candidates.merged': { icon: 'merge', half: 'both', says: '{actor} merged another record into this one' },
  'merge.undone': { icon: 'merge', half: 'both', says: '{actor} took a merge back' },
  'resume-facts.saved': { icon: 'file', half: 'both', says: 'What the résumé says was put on record' },
  'appointment.booked': { icon: 'task', half: 'both', says: '{actor} booked a time to meet' },
  'appointment.moved': { icon: 'task', half: 'both', says: '{actor} moved the time to meet' },
  'appointment.cancelled': { icon: 'task', half: 'both', says: '{actor} called the meeting off' },
  'file.attached': {
    icon: 'file',
    half: 'both',
    says: '{actor} added a file',
    saysOfThemselves: 'They sent a file',
  },
  'file.quarantined': { icon: 'file', half: 'both', says: 'A file was set aside as unsafe' },
  'file.taken-back': { icon: 'file', half: 'both', says: '{actor} took a file back' },
  'application.received': { icon: 'application', half: 'ats', says: 'Applied for {job}' },
  'application.supplemented': {
    icon: 'application',
    half: 'ats',
    says: 'Added to the application for {job}',
  },
  'application.added': { icon: 'application', half: 'ats', says: '{actor} put them into process for {job}' },
  'application.advanced': { icon: 'decision', half: 'ats', says: '{actor} moved them on for {job}' },
  'application.moved': {
    icon: 'decision',
    half: 'ats',
    says: '{actor} moved them to another stage for {job}',
  },
  'application.held': { icon: 'decision', half: 'ats', says: '{actor} put {job} on hold until {until}' },
  'application.woken': { icon: 'decision', half: 'ats', says: 'The hold for {job} has ended' },
  'application.rejected': { icon: 'decision', half: 'ats', says: '{actor} decided against them for {job}' },
  'application.withdrawn': { icon: 'decision', half: 'ats', says: 'Withdrew from {job}' },
  'application.closed': { icon: 'decision', half: 'ats', says: 'The application for {job} was closed' },
  'application.hired': { icon: 'decision', half: 'ats', says: '{actor} hired them for {job}' },
  'application.transferred': {
    icon: 'decision',
    half: 'ats',
    says: '{actor} moved their application from {job} to another job',
  },
  'application.decision-undone': {
    icon: 'decision',
    half: 'ats',
    says: '{actor} took a decision on {job} back',
  },
  'application.promise-set': {
    icon: 'application',
    half: 'ats',
    says: '{actor} promised the next word on {job}',
  },
  'application.promise-missed': {
    icon: 'application',
    half: 'ats',
    says: 'The promised word on {job} did not come in time',
  },
  'pool.member-added': { icon: 'person', half: 'crm', says: '{actor} put them into {pool}' },
  'pool.member-moved': { icon: 'person', half: 'crm', says: '{actor} moved them to {stage} in {pool}' },
  'pool.member-removed': { icon: 'person', half: 'crm', says: '{actor} took them out of {pool}' },
  'prospect.readiness-noted': {
    icon: 'person',
    half: 'crm',
    says: '{actor} noted from when they would move',
  },
  'prospect.snoozed': { icon: 'person', half: 'crm', says: '{actor} lets them be until {until}' },
  'prospect.woken': { icon: 'person', half: 'crm', says: 'Their time to be let be has ended' },
  'lead.considered': { icon: 'application', half: 'crm', says: '{actor} considers them for {job}' },
  'lead.asked': { icon: 'application', half: 'crm', says: '{actor} asked them to apply for {job}' },
  'lead.unasked': {
    icon: 'application',
    half: 'crm',
    says: 'The mail that asked them to apply for {job} was stopped',
  },
  'interview.planned': { icon: 'task', half: 'ats', says: '{actor} planned an interview for {job}' },
  'interview.times-offered': {
    icon: 'task',
    half: 'ats',
    says: '{actor} asked them to choose a time for an interview for {job}',
  },
  'interview.cancelled': { icon: 'task', half: 'ats', says: '{actor} called an interview for {job} off' },
  'scorecard.submitted': { icon: 'decision', half: 'ats', says: '{actor} sent a scorecard for {job}' },
  'decision.recorded': {
    icon: 'decision',
    half: 'ats',
    says: '{actor} recorded the decision on {job}: {outcome}',
  },
  'lead.applied': { icon: 'application', half: 'both', says: 'From a lead to the process of {job}' },
  'lead.dropped': { icon: 'application', half: 'crm', says: 'No longer considered for {job} ({because})' },
  'lead.reopened': { icon: 'application', half: 'crm', says: '{actor} considers them for {job} again' },
  'sequence.enrolled': { icon: 'mail', half: 'crm', says: '{actor} put them into the sequence {sequence}' },
  'sequence.stopped': { icon: 'mail', half: 'crm', says: 'The sequence {sequence} ended ({because})' },
  'sequence.finished': { icon: 'mail', half: 'crm', says: 'They got every step of {sequence}' },
  'sequence.held': { icon: 'mail', half: 'crm', says: 'The sequence {sequence} waits ({because})' },
  'sequence.resumed': { icon: 'mail', half: 'crm', says: 'The sequence {sequence} goes on' },
  'sequence.answer-noted': {
    icon: 'mail',
    half: 'crm',
    says: '{actor} noted their answer to {sequence}: {answer}',
  },
  'erasure.requested': { icon: 'consent', half: 'both', says: 'They asked for their data to be erased' },
  'thread.linked': { icon: 'mail', half: 'both', says: '{actor} said that a stranger’s mail is theirs' },
  'thread.unlinked': {
    icon: 'mail',
    half: 'both',
    says: '{actor} said that a mail is not theirs after all',
  },
  'address.suppressed': { icon: 'mail', half: 'both', says: 'Their address takes no more mail' },
}

/** The facts of pools: theirs to see who sees the pool. */
export const poolFacts = Object.keys(factSentences).filter((name) => name.startsWith('pool.'))

/** The facts of sequences: theirs to see who sees the sequence. */
export const sequenceFacts = Object.keys(factSentences).filter((name) => name.startsWith('sequence.'))

/** What tells of others’ scorecards: theirs to see who reads those. */
export const feedbackFacts = ['scorecard.submitted', 'decision.recorded']

/** The names whose entries match a filter of the timeline. */
export const factNamesOf = (icons: readonly string[]): readonly string[] =>
  Object.entries(factSentences)
    .filter(([, { icon }]) => icons.includes(icon))
    .map(([name]) => name)

/** Puts actor, job, pool and particulars into a sentence. */
export const sentenceOf = (
  name: string,
  values: {
    readonly actor: string
    readonly actorKind: string
    readonly job: string | null
    readonly pool: string | null
    readonly stage: string | null
    readonly sequence: string | null
    readonly particulars: Readonly<Record<string, unknown>>
  },
): string | undefined => {
  const sentence = factSentences[name]
  const isOurs = values.actorKind === 'user' || values.actorKind === 'system'
  const says = isOurs ? sentence?.says : (sentence?.saysOfThemselves ?? sentence?.says)
  return says?.replace(/\{(\w+)\}/gu, (_, key: string) => {
    if (key === 'actor') return values.actor
    if (key === 'job') return values.job ?? 'a job'
    if (key === 'pool') return values.pool ?? 'a pool'
    if (key === 'sequence') return values.sequence ?? 'a sequence'
    // A stage can be removed; what was done stays.
    if (key === 'stage') return values.stage ?? 'another stage'
    const value = values.particulars[key]
    if (key === 'source') return originSays[String(value)] ?? words(value)
    return Array.isArray(value) ? value.map(words).join(', ') : words(value)
  })
}

const words = (value: unknown): string =>
  String(value ?? '')
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .replace(/(?<=[a-z])-(?=[a-z])/gu, ' ')
    .toLowerCase()
