import type { RelationshipState } from '../../../candidates/model/candidate.ts'
import type { Act } from '../../../candidates/model/relationship.ts'
import type { Tone } from '../../../design/parts/Chip.tsx'

/** A relationship in words: its half gives the hue, something in motion fills the dot. */
export const relationshipWords: Readonly<
  Record<RelationshipState, { readonly says: string; readonly tone: Tone; readonly inMotion: boolean }>
> = {
  known: { says: 'Known', tone: 'crm', inMotion: false },
  engaged: { says: 'Engaged', tone: 'crm', inMotion: true },
  lead: { says: 'Lead on a job', tone: 'crm', inMotion: true },
  applicant: { says: 'Applicant', tone: 'ats', inMotion: true },
  'decided-not-now': { says: 'Decided: not now', tone: 'ats', inMotion: false },
  dormant: { says: 'Dormant', tone: 'crm', inMotion: false },
  hired: { says: 'Hired', tone: 'good', inMotion: true },
  'do-not-contact': { says: 'Do not contact', tone: 'bad', inMotion: false },
}

export const relationshipOfText = (state: string) =>
  relationshipWords[state as RelationshipState] ?? relationshipWords.known

/** What one may do, as the end of "You can …". */
export const actWords: Readonly<Record<Act, string>> = {
  'send-notice': 'tell them that we hold their data',
  'reach-out': 'write a first mail',
  'add-to-pool': 'add them to a pool',
  nurture: 'stay in touch',
  invite: 'invite them to events',
  'ask-interest': 'ask what they want next',
  'request-application': 'ask them to apply',
  calibrate: 'show them to the hiring team',
  chat: 'talk',
  review: 'review',
  interview: 'interview',
  offer: 'offer',
  decide: 'decide',
  tell: 'tell them the decision',
  survey: 'ask how it was',
  'offer-to-stay-in-touch': 'offer to stay in touch',
  'renew-consent': 'ask once to renew consent',
  welcome: 'welcome them',
  'assign-task': 'assign tasks',
  'ask-referral': 'ask for referrals',
}

// A Map, as a source is anybody's word: “constructor” is one too.
const sources = new Map(
  Object.entries({
    application: 'Applied',
    import: 'Import',
    referral: 'Referral',
    mail: 'Mail',
    event: 'Event',
    user: 'Added by hand',
    resume: 'Résumé',
  }),
)

/** How someone came in, in the list's words. */
export const sourceInWords = (source: string): string => sources.get(source) ?? source

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
export const countryName = (code: string): string => {
  try {
    return regions.of(code) ?? code
  } catch {
    return code
  }
}
