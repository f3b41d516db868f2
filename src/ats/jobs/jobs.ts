import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { loadJobSummaries } from '../board/board.sql.ts'
import { jobId } from '../model/ids.ts'
import { jobStates } from '../model/job.ts'
import { seeJobs } from '../model/permissions.ts'
import { openingsOfJob } from '../openings/opening.sql.ts'
import { approversOf } from '../openings/opening-approvers.ts'
import { loadLatestVersionsOfJob } from '../postings/posting.sql.ts'
import { lawNow, remarksFor } from '../postings/save-and-publish.ts'
import { loadJob } from './job.sql.ts'
import { noSuchJob } from './not-found.ts'
import { loadStages, stagesInUse } from './stage.sql.ts'
import { loadTeams } from './team.sql.ts'

/** The jobs an actor knows of, with what waits on each. */
export const jobs = defineQuery({
  name: 'ats.jobs',
  says: 'Jobs in sight with their counts: active, unread, overdue, hired, seats.',
  permission: seeJobs,
  input: z.object({
    state: z.enum(jobStates).optional(),
    words: z.string().max(200).optional(),
    mine: z.boolean().optional(),
    officeId: z.uuid().optional(),
    limit: z.number().int().min(1).max(1000).default(200),
  }),
  handle: async (tx, input) => {
    const rows = await tx.rows(loadJobSummaries(tx.actor, input, tx.now, input.limit))
    const teams = Map.groupBy(await tx.rows(loadTeams(rows.map((row) => row.id))), (one) => one.jobId)
    const leads = [...teams.values()].flat().filter((one) => one.leads)
    const names = new Map(
      (await loadUsers(tx, [...new Set(leads.map((one) => one.userId))])).map((user) => [
        user.id as string,
        user.name,
      ]),
    )
    return ok({
      jobs: rows.map((row) => ({
        ...row,
        leads: (teams.get(row.id) ?? [])
          .filter((one) => one.leads)
          .map((one) => ({ userId: one.userId, role: one.role, name: names.get(one.userId) ?? '' })),
      })),
    })
  },
})

/** Everything on a job's set-up page. */
export const job = defineQuery({
  name: 'ats.job',
  says: 'A job with its team, stages, openings and postings.',
  permission: seeJobs,
  input: z.object({ jobId }),
  handle: async (tx, input) => {
    const found = await tx.row(loadJob(tx.actor, input.jobId))
    if (!found) return noSuchJob
    const team = await tx.rows(loadTeams([found.id]))
    const openings = await tx.rows(openingsOfJob(found.id))
    const asked = openings.some((one) => one.state === 'requested' && one.approverId)
    const able = asked ? (await approversOf(tx, found)).map((user) => user.id as string) : []
    const users = new Map(
      (
        await loadUsers(tx, [
          ...new Set(
            [
              ...team.map((one) => one.userId),
              ...openings.flatMap((one) => [one.requestedBy, one.approverId]),
            ].filter((id) => id !== null),
          ),
        ])
      ).map((user) => [user.id as string, user]),
    )
    const inUse = new Map((await tx.rows(stagesInUse(found.id))).map((row) => [row.stageId, row.count]))
    const law = await lawNow(tx)
    const name = (id: string | null) => (id ? (users.get(id)?.name ?? null) : null)
    return ok({
      ...found,
      team: team.map((one) => ({
        ...one,
        name: name(one.userId) ?? '',
        title: users.get(one.userId)?.title ?? null,
      })),
      stages: (await tx.rows(loadStages([found.id]))).map((stage) => ({
        ...stage,
        applications: inUse.get(stage.id) ?? 0,
      })),
      openings: openings.map((one) => ({
        ...one,
        requestedByName: name(one.requestedBy),
        approverName: name(one.approverId),
        /** Nobody could decide it as it stands: whoever was asked has left, or may approve no more. */
        waitsInVain: one.state === 'requested' && one.approverId !== null && !able.includes(one.approverId),
      })),
      postings: (await tx.rows(loadLatestVersionsOfJob(tx.actor, found.id))).map((posting) => ({
        ...posting,
        remarks: remarksFor(law, posting.content),
      })),
    })
  },
})
