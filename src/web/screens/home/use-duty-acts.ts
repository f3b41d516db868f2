import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call, type OutputOf, type Queries, type Refusal } from '../../api/client.ts'
import { type Change, queryClient, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { type Duty, dutyKey } from './duty-groups.ts'

const freshens = ['views.home', 'views.homeOthers', 'views.sideBarCounts'] as const

/**
 * What finishes a duty in its row. Acts of one press leave the list at once and come back with a reason if
 * refused; those with a form wait for the answer, so that a refusal stands beside the words one typed.
 */
export const useDutyActs = (duty: Duty, onDone: () => void) => {
  const without = (home: OutputOf<Queries, 'views.home'>) => ({
    ...home,
    duties: home.duties.filter((one) => dutyKey(one) !== dutyKey(duty)),
  })
  const atOnce = (_: unknown, change: Change) => change('views.home', without)
  const finished = () => {
    queryClient.setQueriesData<OutputOf<Queries, 'views.home'>>(
      { queryKey: ['views.home'] },
      (home) => home && without(home),
    )
    onDone()
  }
  const name = duty.candidateName ?? duty.jobTitle ?? ''
  const decided = (says: string, done: readonly { decisionId: string; mail: unknown }[]) => {
    finished()
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
  const refused = (answer: { ok: true } | { ok: false; refusal: Refusal }) =>
    !answer.ok && showRefusal(answer.refusal)
  return {
    advance: useCall('ats.advanceApplications', {
      freshens,
      done: (answer) => answer.ok && decided('Advanced', answer.value.done),
    }),
    reject: useCall('ats.rejectApplications', {
      freshens,
      done: (answer) => answer.ok && decided('Rejected', answer.value.done),
    }),
    promise: useCall('ats.setPromise', { freshens, done: (answer) => answer.ok && finished() }),
    decline: useCall('ats.decideOpenings', { freshens, done: (answer) => answer.ok && finished() }),
    approve: useCall('ats.decideOpenings', { optimistic: atOnce, freshens, done: refused }),
    finish: useCall('candidates.finishTasks', {
      optimistic: atOnce,
      freshens,
      done: (answer, { taskIds }) => {
        if (!answer.ok) return showRefusal(answer.refusal)
        offerUndo({
          says: `Done: ${duty.words ?? 'task'}`,
          undo: () => call('candidates.finishTasks', { taskIds, done: false }),
        })
      },
    }),
    seen: useCall('accounts.readNotifications', { optimistic: atOnce, freshens, done: refused }),
  }
}
