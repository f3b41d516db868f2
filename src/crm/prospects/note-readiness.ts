import { z } from 'zod'
import { requireVisible } from '../../candidates/door.ts'
import { candidateIds } from '../../candidates/model/input.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { readinessNoted } from '../model/facts.ts'
import { keepProspects } from '../model/permissions.ts'
import { readinessMonths, readinessSaid } from '../model/readiness.ts'
import { saveReadiness } from './prospect.sql.ts'

export const noteReadiness = defineCommand({
  name: 'crm.noteReadiness',
  says: 'Notes that people would move today or in so many months, as they said; null when it is no longer known.',
  permission: keepProspects,
  input: z.object({ candidateIds, months: z.literal([...readinessMonths]).nullable() }),
  handle: async (tx, { candidateIds, months }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const said = months === null ? null : readinessSaid(months, tx.now.slice(0, 10))
    const noted = await tx.rows(saveReadiness([...new Set(candidateIds)], said, tx.now))
    for (const { candidateId } of noted)
      tx.record(
        readinessNoted({ candidateId: candidateId as CandidateId }, { readyFrom: said?.readyFrom ?? null }),
      )
    return ok({ noted: noted.length, ...said })
  },
})
