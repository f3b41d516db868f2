import type { Reader } from '../../../design/dates.ts'
import { dayText } from '../../../design/dates.ts'
import type { Card } from './use-pipeline.ts'

/** Whose turn it is on a card, in words; what is late comes first. */
export const turnOf = (
  card: Pick<Card, 'overdue' | 'promisedFor' | 'heldUntil' | 'turn' | 'turnSays' | 'reviewedBy'>,
  now: Date,
  reader: Reader,
): { readonly whose: 'us' | 'them' | 'overdue'; readonly says: string } => {
  if (card.overdue && card.promisedFor) {
    const days = Math.max(1, Math.ceil((now.getTime() - Date.parse(card.promisedFor)) / 86_400_000))
    return { whose: 'overdue', says: `${days} d, answer promised` }
  }
  if (card.heldUntil) return { whose: 'us', says: `held until ${dayText(card.heldUntil, now, reader)}` }
  if (card.reviewedBy) return { whose: 'us', says: `${card.reviewedBy.name} reads it` }
  return { whose: card.turn, says: card.turnSays ?? (card.turn === 'us' ? 'to answer' : 'to answer us') }
}

/** Days as they stand on a card: "today", "4 d". */
export const daysSay = (days: number): string => (days <= 0 ? 'today' : `${days} d`)

// A Map, as a source is anybody's word: “constructor” is one too.
const sources = new Map(
  Object.entries({
    'careers-site': 'Careers site',
    'job-board': 'Job board',
    referral: 'Referral',
    sourced: 'Sourced',
    team: 'Added by the team',
    agency: 'Agency',
    event: 'Event',
    import: 'Import',
  }),
)

/** Where somebody came from, as people say it. */
export const sourceSays = (source: string): string =>
  sources.get(source) ?? source.charAt(0).toUpperCase() + source.slice(1).replaceAll('-', ' ')
