import { defineReaction } from '../kernel/reaction.ts'
import { sequenceTemplate } from './sequences/step-mail.ts'
import { noteStepNotSent } from './sequences/stop-enrolments.ts'

/** A step whose mail was cancelled, refused at the last moment or not taken anywhere was not sent. */
export const whenStepDoesNotLeaveHoldSequence = defineReaction({
  name: 'when-step-does-not-leave-hold-sequence',
  on: ['mail.cancelled', 'mail.blocked', 'mail.failed'],
  handle: async ({ name, about: { subjectId }, particulars: { template, code } }, running) => {
    if (template !== sequenceTemplate || !subjectId) return
    const why = name === 'mail.blocked' ? String(code) : name === 'mail.failed' ? 'failed' : 'cancelled'
    await running.run(noteStepNotSent, { messageId: subjectId, code: why })
  },
})
