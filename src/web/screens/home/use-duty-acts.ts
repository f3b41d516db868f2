import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { type Change, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { type Duty, dutyKey } from './duty-groups.ts'

const freshens = ['views.home', 'views.homeOthers', 'views.sideBarCounts'] as const

/** What can be finished in a row; it leaves the list at once, and comes back with a reason if it is refused. */
export const useDutyActs = (duty: Duty, onDone: () => void) => {
  const gone = (_: unknown, change: Change) =>
    change('views.home', (home) => ({
      ...home,
      duties: home.duties.filter((one) => dutyKey(one) !== dutyKey(duty)),
    }))
  const name = duty.candidateName ?? duty.jobTitle ?? ''
  const decided =
    (says: string) =>
    (answer: {
      ok: boolean
      refusal?: { says: string }
      value?: { done: readonly { decisionId: string; mail: unknown }[] }
    }) => {
      if (!answer.ok || !answer.value) return
      const { done } = answer.value
      onDone()
      offerUndo({
        says: `${says} ${name}`,
        ...(done.some((one) => one.mail) ? { follows: 'The mail waits' } : {}),
        undo: async () => {
          const back = await call('ats.undoDecisions', {
            decisionIds: done.map((one) => one.decisionId) as never,
          })
          if (!back.ok) showRefusal(back.refusal)
        },
      })
    }
  return {
    advance: useCall('ats.advanceApplications', {
      optimistic: gone,
      freshens,
      done: decided('Advanced') as never,
    }),
    reject: useCall('ats.rejectApplications', {
      optimistic: gone,
      freshens,
      done: decided('Rejected') as never,
    }),
    promise: useCall('ats.setPromise', {
      optimistic: gone,
      freshens,
      done: (answer) => answer.ok && onDone(),
    }),
    approve: useCall('ats.decideOpenings', {
      optimistic: gone,
      freshens,
      done: (answer) => answer.ok && onDone(),
    }),
    finish: useCall('candidates.finishTasks', {
      optimistic: gone,
      freshens,
      done: (answer, { taskIds }) => {
        if (!answer.ok) return showRefusal(answer.refusal)
        offerUndo({
          says: `Done: ${duty.words ?? 'task'}`,
          undo: () => call('candidates.finishTasks', { taskIds, done: false }),
        })
      },
    }),
    seen: useCall('accounts.readNotifications', { optimistic: gone, freshens }),
  }
}
