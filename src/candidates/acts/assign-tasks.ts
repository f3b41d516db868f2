import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { taskDone, taskReopened } from '../model/facts.ts'
import { candidateIds } from '../model/input.ts'
import { note } from '../model/permissions.ts'
import { requireVisible } from '../record/sight.ts'
import { giveTasks } from './give-tasks.ts'
import { loadTasks, setTasksDone } from './note.sql.ts'

export const assignTasks = defineCommand({
  name: 'candidates.assignTasks',
  says: 'Gives a colleague something to do for each of the people.',
  permission: note,
  input: z.object({
    candidateIds,
    applicationId: z.uuid().optional(),
    title: z.string().trim().min(1, 'Say what is to be done.').max(300),
    due: z.iso.date().nullable().default(null),
    assignedTo: z.uuid(),
  }),
  handle: async (tx, { candidateIds, applicationId, title, due, assignedTo }) => {
    const ids = [...new Set(candidateIds)]
    const visible = await requireVisible(tx, ids)
    if (!visible.ok) return visible
    if ((await loadUsers(tx, [assignedTo])).length === 0)
      return refuse('not-found', 'There is no such colleague.', { field: 'assignedTo' })
    const taskIds = await giveTasks(
      tx,
      ids.map((candidateId) => ({ candidateId, applicationId, title, due, assignedTo })),
    )
    return ok({ taskIds })
  },
})

export const finishTasks = defineCommand({
  name: 'candidates.finishTasks',
  says: 'Marks tasks as done, or with `done: false` as to be done after all.',
  permission: note,
  input: z.object({ taskIds: z.array(z.uuid()).min(1).max(1000), done: z.boolean().default(true) }),
  handle: async (tx, { taskIds, done }) => {
    const own = userIdOf(tx.actor)
    const tasks = await tx.rows(loadTasks(taskIds))
    const others = tasks.filter(({ assignedTo }) => assignedTo !== own)
    const visible = await requireVisible(
      tx,
      others.flatMap(({ candidateId }) => candidateId ?? []),
    )
    if (!visible.ok || tasks.length < new Set(taskIds).size)
      return refuse('not-found', 'There is no such task, or it is about someone you may not see.')
    const changed = await tx.rows(setTasksDone(taskIds, done, own, tx.now))
    const kind = done ? taskDone : taskReopened
    for (const { id, candidateId, assignedTo } of changed)
      tx.record(kind({ candidateId: candidateId as CandidateId | null, subjectId: id }, { assignedTo }))
    return ok({ changed: changed.map(({ id }) => id) })
  },
})
