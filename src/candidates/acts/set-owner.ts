import { z } from 'zod'
import { loadUsers, notifyUsers } from '../../accounts/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { ownerSet } from '../model/facts.ts'
import { candidateIds } from '../model/input.ts'
import { edit } from '../model/permissions.ts'
import { requireVisible } from '../record/sight.ts'
import { setOwners } from './person-acts.sql.ts'

export const setOwner = defineCommand({
  name: 'candidates.setOwner',
  says: 'Says which colleague looks after the people; null: nobody any more.',
  permission: edit,
  input: z.object({ candidateIds, ownerId: z.uuid().nullable() }),
  handle: async (tx, { candidateIds, ownerId }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    if (ownerId !== null && (await loadUsers(tx, [ownerId])).length === 0)
      return refuse('not-found', 'There is no such colleague.', { field: 'ownerId' })
    const changed = await tx.rows(setOwners(candidateIds, ownerId, tx.now))
    for (const { id } of changed) tx.record(ownerSet({ candidateId: id as CandidateId }, { ownerId }))
    if (ownerId !== null)
      await notifyUsers(
        tx,
        changed.slice(0, 1).map(({ id }) => ({ userId: ownerId, kind: 'owner', candidateId: id })),
      )
    return ok({ changed: changed.map(({ id, before }) => ({ candidateId: id, before })) })
  },
})
