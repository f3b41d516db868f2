import { FINAL, FULL, PHRASES, SUSPENDED } from './bounce-phrases.ts'

/**
 * `hard`: the address is dead, suppress it at once. `soft`: try again, suppress after several failures over days.
 * `sender-fault`: our reputation, authentication or set-up; tell the team, never suppress the person.
 * `message-fault`: this mail was too large or malformed; the address is fine.
 */
export type BounceClass = 'hard' | 'soft' | 'sender-fault' | 'message-fault'

/**
 * The verdict on one failed recipient (RFC 3463 codes, RFC 3464 actions). Words beat codes, for servers send
 * 5.1.1 for a full mailbox and 5.7.1 for an unknown one; the code decides where the words are silent.
 */
export function bounceClass(report: {
  readonly status: string
  readonly action: string
  readonly diagnostic: string
}): BounceClass {
  if (report.action === 'delayed') return 'soft'
  const verdict =
    classOfWords(report.diagnostic, report.status) ?? classOfStatus(report.status, report.action)
  // 5.7.x is about permission (RFC 3463 section 3.8): whatever the words, it never ends an address.
  return verdict === 'hard' && report.status.startsWith('5.7.') ? 'sender-fault' : verdict
}

/** What the server's own words say, or null when they say nothing we know. */
export function classOfWords(diagnostic: string, status: string): BounceClass | null {
  // Cisco's `Unknown address error 550-'…'` wraps the words of another server, which alone count.
  const words = diagnostic.toLowerCase().replace(/\s+/g, ' ').replaceAll('unknown address error', '')
  for (const [verdict, phrases] of PHRASES) {
    if (!phrases.some((phrase) => words.includes(phrase))) continue
    return verdict === 'hard' && isSaidAfterData(diagnostic) ? 'soft' : verdict
  }
  // The name service fails now and then: a missing host is final unless the code says to try again.
  if (!status.startsWith('4.') && isFinal(words)) return 'hard'
  return null
}

/**
 * Whether the readable part of a report softens a hard verdict on the words of its status part: the mailbox is
 * full or suspended, or the refusal came after the text.
 */
export const isSoftened = (words: string, text: string): boolean => {
  const low = text.toLowerCase().replace(/\s+/g, ' ')
  if ([...FULL, ...SUSPENDED].some((phrase) => low.includes(phrase))) return true
  return isSaidAfterData(text) && !isFinal(words.toLowerCase())
}

/** A mailbox is denied in reply to RCPT; a server that says `unknown` after it read the text is filtering. */
function isSaidAfterData(diagnostic: string): boolean {
  const low = diagnostic.toLowerCase().replace(/\s+/g, ' ')
  if (low.includes('in reply to end of data') || low.includes('smtp command data')) return true
  // Sendmail pipelines: only this closing line tells an answer to DATA from a late answer to RCPT.
  return low.includes('>>> data <<< 5') && low.includes('554 5.0.0 service unavailable')
}

/** The table of RFC 3463 codes with the product's verdict; a digit 5 alone proves nothing. */
export function classOfStatus(status: string, action: string): BounceClass {
  if (action === 'delayed' || status.startsWith('4.')) return 'soft'
  if (['5.2.3', '5.3.4'].includes(status) || status.startsWith('5.6.')) return 'message-fault'
  if (HARD_STATUS.includes(status)) return 'hard'
  if (status.startsWith('5.7.') || SENDER_STATUS.includes(status)) return 'sender-fault'
  return 'soft'
}

const HARD_STATUS = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.3.2', '5.4.4']
const SENDER_STATUS = ['5.1.7', '5.1.8']

/** Words about the address or its domain that hold whichever command was refused. */
const isFinal = (words: string): boolean => FINAL.some((phrase) => words.includes(phrase))
