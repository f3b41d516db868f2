import { z } from 'zod'
import { jobsOutOfSight, teamsInSight } from '../ats/door.ts'
import { savePoolNeeds } from '../crm/door.ts'
import { poolNeed } from '../crm/model/lead.ts'
import { managePools } from '../crm/model/permissions.ts'
import { defineCommand } from '../kernel/command.ts'

export const setPoolNeeds = defineCommand({
  name: 'handover.setPoolNeeds',
  says: 'Says which seats a pool is kept for: its ready people stand as leads on the board of a job named here.',
  permission: managePools,
  input: z.object({ poolId: z.uuid(), needs: z.array(poolNeed).max(50) }),
  handle: async (tx, { poolId, needs }) => {
    const seen = await teamsInSight(
      tx,
      needs.flatMap(({ jobId }) => jobId ?? []),
    )
    return seen.ok ? savePoolNeeds(tx, poolId, needs, (jobIds) => jobsOutOfSight(tx, jobIds)) : seen
  },
})
