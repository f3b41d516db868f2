import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { duplicateSettled } from '../model/facts.ts'
import { merge } from '../model/permissions.ts'
import { requireVisible } from '../record/sight.ts'
import { loadDuplicates, loadSuggestions, settleSuggestions } from './duplicate.sql.ts'

export const settleDuplicates = defineCommand({
  name: 'candidates.settleDuplicates',
  says: 'Says that suggested duplicates are different people; they are not suggested again.',
  permission: merge,
  input: z.object({ suggestionIds: z.array(z.uuid()).min(1).max(1000) }),
  handle: async (tx, { suggestionIds }) => {
    const suggestions = await tx.rows(loadSuggestions(suggestionIds))
    const visible = await requireVisible(
      tx,
      suggestions.flatMap(({ oneId, otherId }) => [oneId, otherId]),
    )
    if (!visible.ok || suggestions.length < new Set(suggestionIds).size)
      return refuse('not-found', 'There is no such suggestion, or it is about someone you may not see.')
    const settled = await tx.rows(settleSuggestions(suggestionIds, 'different', userIdOf(tx.actor), tx.now))
    for (const { id, oneId, otherId } of settled)
      tx.record(
        duplicateSettled(
          { candidateId: oneId as CandidateId, subjectId: id },
          { otherId, settledAs: 'different' },
        ),
      )
    return ok({ settled: settled.map(({ id }) => id) })
  },
})

export const duplicates = defineQuery({
  name: 'candidates.duplicates',
  says: 'People who are perhaps the same, the likeliest first, with the reasons.',
  permission: merge,
  input: z.object({
    limit: z.number().int().min(1).max(100).default(50),
    after: z.object({ score: z.number(), id: z.uuid() }).optional(),
  }),
  handle: async (tx, { limit, after }) => {
    const rows = await tx.rows(loadDuplicates(tx.actor, limit + 1, after))
    const last = rows[limit - 1]
    return ok({
      rows: rows.slice(0, limit),
      next: rows.length > limit && last ? { score: last.score, id: last.id } : undefined,
    })
  },
})
