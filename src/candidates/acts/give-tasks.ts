import { notifyUsers } from '../../accounts/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { taskAssigned } from '../model/facts.ts'
import { insertTasks } from './note.sql.ts'

export interface TaskToGive {
  readonly candidateId: string
  readonly applicationId?: string | null | undefined
  readonly title: string
  /** A calendar day. */
  readonly due: string | null
  readonly assignedTo: string
}

/** Gives colleagues something to do, in the caller's transaction; each is told once, of the first. Answers the ids in order. */
export const giveTasks = async (tx: WriteTx, tasks: readonly TaskToGive[]): Promise<readonly string[]> => {
  if (tasks.length === 0) return []
  const rows = tasks.map((task) => ({ ...task, id: newId(), applicationId: task.applicationId ?? null }))
  await tx.change(insertTasks(rows, userIdOf(tx.actor), tx.now))
  for (const { id, candidateId, applicationId, assignedTo, due } of rows)
    tx.record(
      taskAssigned(
        {
          candidateId: candidateId as CandidateId,
          applicationId: applicationId as ApplicationId | null,
          subjectId: id,
        },
        { assignedTo, due },
      ),
    )
  const first = new Map(rows.toReversed().map((row) => [row.assignedTo, row]))
  await notifyUsers(
    tx,
    [...first.values()].map(({ id, assignedTo, candidateId, applicationId }) => ({
      userId: assignedTo,
      kind: 'assigned',
      candidateId,
      applicationId,
      subjectId: id,
    })),
  )
  return rows.map(({ id }) => id)
}
