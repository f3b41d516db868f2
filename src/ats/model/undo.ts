import type { Refusal } from '../../kernel/model/result.ts'

/** What decides whether a decision can be taken back. */
export interface Undoing {
  /** A later decision stands on the application. */
  readonly superseded: boolean
  /** The person has another active application for the job by now. */
  readonly appliedAgain: boolean
  readonly jobState: string
  /** Where the mail that tells it stands; undefined without one. */
  readonly mail: string | undefined
}

/** Whether the mail is on its way or there: then the person knows. */
export const hasTold = (mail: string | undefined): boolean => mail === 'sending' || mail === 'sent'

/** Why a decision can’t be taken back; undefined when it can. */
export const whyNotUndone = (it: Undoing): Refusal | undefined => {
  if (it.superseded)
    return { code: 'decided-since', says: 'Something was decided after this. Undo that first.' }
  if (it.appliedAgain)
    return { code: 'applied-again', says: 'This person has applied again for the job since.' }
  if (it.jobState === 'closed') return { code: 'job-closed', says: 'The job is closed. Reopen it first.' }
  if (hasTold(it.mail))
    return {
      code: 'already-told',
      says: 'The mail has left already, so this can’t be undone. Write to the person and decide anew.',
    }
  return undefined
}
