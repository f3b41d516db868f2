import type { Answer, EnrolmentState } from '../../../crm/model/enrolment.ts'
import type { SequenceState } from '../../../crm/model/sequence.ts'

export const sequenceStateWords: Readonly<Record<SequenceState, string>> = {
  draft: 'Draft',
  running: 'Running',
  archived: 'Archived',
}

export const enrolmentStateWords: Readonly<Record<EnrolmentState, string>> = {
  active: 'Going on',
  'waiting-for-line': 'Waits for a line',
  paused: 'Paused',
  finished: 'Got every step',
  stopped: 'Ended',
}

export const answerWords: Readonly<Record<Answer, string>> = {
  interested: 'Interested',
  'not-interested': 'Not interested',
  'bad-fit': 'Not a fit',
  'wrong-contact': 'Wrong person',
  timing: 'Not now',
  'bad-data': 'What we know is wrong',
  unsubscribe: 'Wants no more mail',
}

const reasons: Readonly<Record<string, string>> = {
  reply: 'Answered',
  applied: 'Applied',
  process: 'In process',
  unsubscribed: 'Unsubscribed',
  bounced: 'Mail came back',
  'do-not-contact': 'Asked not to be contacted',
  'by-hand': 'Taken out',
  merged: 'Merged with another record',
  cancelled: 'Its mail was cancelled',
  failed: 'Its mail could not be sent',
  enrolled: 'In this sequence already, or was',
  'other-sequence': 'In another sequence',
  'in-process': 'In process',
  hired: 'Hired',
  'rejected-recently': 'Decided not long ago',
  'colleague-in-conversation': 'A colleague is in conversation',
  'too-often': 'Wrote to them enough of late',
  'address-dead': 'Mail came back for good',
  complained: 'Called our mail spam',
  'consent-withdrawn': 'Withdrew their consent',
  'no-consent': 'Has not agreed to it',
  erased: 'No longer on record',
  'field-missing': 'Lacks something the text says',
  'no-address': 'No mail address',
  'bad-address': 'The mail address is not valid',
  'no-postal-address': 'Our postal address is missing',
  'domain-not-ready': 'Our domain may not send it yet',
  'too-many-complaints': 'Outreach is paused: too many complaints',
  'no-sender': 'Our own mail address is missing',
}

/** Why a sequence ended or waits for somebody, or why they do not get it. */
export const reasonWords = (code: string): string => {
  const bare = code.replace(/^refused:/u, '')
  return reasons[bare] ?? bare.replaceAll('-', ' ')
}

export interface Standing {
  readonly state: EnrolmentState
  readonly stoppedBecause: string | null
  readonly heldBecause: string | null
}

/** "Ended: answered", "Waits: in process"; where all goes on, the step that comes. */
export const standingWords = ({ state, stoppedBecause, heldBecause }: Standing): string => {
  if (state === 'stopped' && stoppedBecause) return reasonWords(stoppedBecause)
  if (state === 'paused' && heldBecause) return `Paused: ${reasonWords(heldBecause).toLowerCase()}`
  if (state === 'active' && heldBecause) return `Waits: ${reasonWords(heldBecause).toLowerCase()}`
  return enrolmentStateWords[state]
}

/** "At once", "After 1 working day". */
export const waitWords = (days: number): string =>
  days === 0 ? 'At once, in working hours' : `Wait ${days} working ${days === 1 ? 'day' : 'days'}`

/** What can be put into a step, and how it is called on screen. */
export const stepFields: readonly { readonly field: string; readonly says: string }[] = [
  { field: 'candidate.first_name', says: 'First name' },
  { field: 'candidate.last_name', says: 'Last name' },
  { field: 'personal.line', says: 'Personal line' },
  { field: 'sender.first_name', says: 'Sender’s first name' },
  { field: 'sender.full_name', says: 'Sender’s full name' },
  { field: 'sender.title', says: 'Sender’s title' },
  { field: 'organisation.name', says: 'Organisation' },
]
