import type { Instant } from '../../kernel/model/time.ts'

export const enrolmentStates = ['active', 'waiting-for-line', 'paused', 'finished', 'stopped'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]

/** A person in one of these is in the sequence still. */
export const isOpen = (state: EnrolmentState): boolean =>
  state === 'active' || state === 'waiting-for-line' || state === 'paused'

/** What ends a sequence for a person, whoever or whatever did. */
export const stops = [
  'reply',
  'applied',
  'process',
  'unsubscribed',
  'bounced',
  'do-not-contact',
  'by-hand',
] as const
export type Stop = (typeof stops)[number]
export type StoppedBecause = Stop | 'merged' | `refused:${string}`

/** How somebody answered, as whoever read it says. */
export const answers = [
  'interested',
  'not-interested',
  'bad-fit',
  'wrong-contact',
  'timing',
  'bad-data',
  'unsubscribe',
] as const
export type Answer = (typeof answers)[number]

/** Taken out by hand or refused by a rule can go on when somebody says so; their own word ends it for good. */
export const canResume = (state: EnrolmentState, because: string | null): boolean =>
  state === 'paused' || (state === 'stopped' && (because === 'by-hand' || !!because?.startsWith('refused:')))

export type Refused = {
  readonly code: string
  /** When the rule ends by itself. */
  readonly until?: Instant | undefined
}

/** What a refusal of the contact guard means for a person in a sequence. */
export type AfterRefusal =
  | { readonly kind: 'later'; readonly until: Instant | null }
  | { readonly kind: 'pause' }
  | { readonly kind: 'stop'; readonly because: StoppedBecause }

/** A rule that ends by itself, or that is about us, defers, to the next working day where no end is known; what was cancelled, failed or lacks something waits for somebody; the rest ends it. */
export const afterRefusal = ({ code, until }: Refused): AfterRefusal => {
  if (until || passing.includes(code)) return { kind: 'later', until: until ?? null }
  if (mendable.includes(code)) return { kind: 'pause' }
  if (code === 'in-process' || code === 'hired') return { kind: 'stop', because: 'process' }
  if (code === 'unsubscribed' || code === 'complained') return { kind: 'stop', because: 'unsubscribed' }
  if (code === 'address-dead') return { kind: 'stop', because: 'bounced' }
  return { kind: 'stop', because: `refused:${code}` }
}

const passing = [
  'rejected-recently',
  'colleague-in-conversation',
  'too-often',
  'no-postal-address',
  'domain-not-ready',
  'too-many-complaints',
  'no-sender',
]
const mendable = [
  'cancelled',
  'failed',
  'field-missing',
  'no-address',
  'bad-address',
  'no-text',
  'no-subject',
]

/** What comes next for a person whose step is due, before anybody asks the guard. */
export const nextFor = (of: {
  readonly isOnRecord: boolean
  readonly repliedAt: Instant | null
  readonly lastStepAt: Instant | null
  readonly step: { readonly needsPersonalLine: boolean } | undefined
  readonly line: string | undefined
}): 'gone' | 'replied' | 'finish' | 'wait-for-line' | 'write' => {
  if (!of.isOnRecord) return 'gone'
  if (of.lastStepAt && of.repliedAt && of.repliedAt > of.lastStepAt) return 'replied'
  if (!of.step) return 'finish'
  return of.step.needsPersonalLine && !of.line ? 'wait-for-line' : 'write'
}

/** Working days after the last step in which an answer still ends it as answered. */
export const daysAfterLastStep = 5

/** One mail for each person and step; `attempt` counts mails that were taken back before they left. */
export const mailKey = (enrolmentId: string, stepId: string, attempt: number): string =>
  `sequence:${enrolmentId}:${stepId}:${attempt}`
