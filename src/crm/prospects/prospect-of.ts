import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { requireVisible } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { seePools } from '../model/permissions.ts'
import { readinessOn } from '../model/readiness.ts'
import { loadProspect, type ProspectRow } from './prospect.sql.ts'

export const prospectOf = defineQuery({
  name: 'crm.prospectOf',
  says: 'When a person would move, as far as they said, and until when the team lets them be.',
  permission: seePools,
  input: z.object({ candidateId: z.uuid() }),
  handle: async (tx, { candidateId }) => {
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    const { snoozedBy, ...prospect } = (await tx.row(loadProspect(candidateId))) ?? nothingSaid
    const [by] = await loadUsers(tx, snoozedBy ? [snoozedBy] : [])
    return ok({
      ...prospect,
      snoozedByName: by?.name ?? null,
      readiness: readinessOn(prospect, tx.now.slice(0, 10)),
    })
  },
})

const nothingSaid: ProspectRow = {
  readyFrom: null,
  readyUntil: null,
  readySaidAt: null,
  snoozedUntil: null,
  snoozeReason: null,
  snoozedBy: null,
}
