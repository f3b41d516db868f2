import { factKind } from '../../kernel/model/fact.ts'

export const sequenceMade = factKind<{ access: string; steps: number }>()(
  'sequence.made',
  'A sequence was written.',
)
export const sequenceChanged = factKind<{ fields: readonly string[] }>()(
  'sequence.changed',
  'What a sequence is called, says, or who sees it changed.',
)
export const sequenceStateSet = factKind<{ state: string }>()(
  'sequence.state-set',
  'A sequence was started, stopped for a while, or put away.',
)
export const enrolled = factKind<{ senderId: string }>()(
  'sequence.enrolled',
  'A person was put into a sequence.',
)
export const stepQueued = factKind<{ step: number }>()(
  'sequence.step-queued',
  'The mail of a step waits to be sent to a person.',
)
export const enrolmentHeld = factKind<{ because: string }>()(
  'sequence.held',
  'The next step waits for a person: by hand, for a line of their own, or for a rule.',
)
export const enrolmentResumed = factKind()('sequence.resumed', 'A sequence goes on for a person.')
export const enrolmentStopped = factKind<{ because: string }>()(
  'sequence.stopped',
  'A sequence ended for a person before its last step, or by their answer.',
)
export const enrolmentFinished = factKind()(
  'sequence.finished',
  'A person got every step and did not answer.',
)
export const repliedAfterEnd = factKind()('sequence.replied-late', 'A person wrote after the last step.')
export const lineWritten = factKind<{ steps: number }>()(
  'sequence.line-written',
  'Somebody wrote what only this person is told.',
)
export const answerNoted = factKind<{ answer: string | null }>()(
  'sequence.answer-noted',
  'Somebody noted how a person answered.',
)

export const sequenceFacts = [
  sequenceMade,
  sequenceChanged,
  sequenceStateSet,
  enrolled,
  stepQueued,
  enrolmentHeld,
  enrolmentResumed,
  enrolmentStopped,
  enrolmentFinished,
  repliedAfterEnd,
  lineWritten,
  answerNoted,
]
