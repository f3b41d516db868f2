import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { insertProvenance } from '../contact/contact-point.sql.ts'
import { candidateCorrected } from '../model/facts.ts'
import { candidateFields, nameText } from '../model/input.ts'
import { nameKey, sortKey } from '../model/name.ts'
import { edit } from '../model/permissions.ts'
import { updateCandidates } from './candidate.sql.ts'
import { refreshSearch } from './refresh-search.ts'
import { requireVisible } from './sight.ts'

export const correctCandidates = defineCommand({
  name: 'candidates.correctCandidates',
  says: 'Corrects values of the record; what each was before stays in its provenance.',
  permission: edit,
  input: z.object({
    candidates: z
      .array(z.object({ candidateId: z.uuid(), name: nameText.optional(), ...candidateFields }))
      .min(1)
      .max(1000),
  }),
  handle: async (tx, { candidates }) => {
    const visible = await requireVisible(
      tx,
      candidates.map(({ candidateId }) => candidateId),
    )
    if (!visible.ok) return visible
    const corrections = candidates.map(({ candidateId, ...said }) => ({
      candidateId,
      said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<
        string,
        string | null
      >,
    }))
    await tx.change(
      updateCandidates(
        corrections.map(({ candidateId, said }) => ({
          ...said,
          ...(said.name ? { nameKey: nameKey(said.name), sortKey: sortKey({ full: said.name }) } : {}),
          id: candidateId,
        })),
        tx.now,
      ),
    )
    await tx.change(
      insertProvenance(
        corrections.flatMap(({ candidateId, said }) =>
          Object.entries(said).map(([field, value]) => ({
            candidateId,
            field,
            value,
            cameFrom: 'user',
            cameBy: userIdOf(tx.actor),
            cameFileId: null,
          })),
        ),
        tx.now,
      ),
    )
    await refreshSearch(
      tx,
      corrections.map(({ candidateId }) => candidateId),
    )
    for (const { candidateId, said } of corrections)
      tx.record(
        candidateCorrected({ candidateId: candidateId as CandidateId }, { fields: Object.keys(said) }),
      )
    return ok({ corrected: corrections.length })
  },
})
