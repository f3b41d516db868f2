import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { JobId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { jobCreated, jobOpened } from '../model/facts.ts'
import { form } from '../model/form.ts'
import { jobId } from '../model/ids.ts'
import { jobPlan, type TeamMember, teamMember } from '../model/job.ts'
import { manageJobs } from '../model/permissions.ts'
import { place, postingContent } from '../model/posting.ts'
import { checkStages, defaultStages, type StagePlan, stagePlan } from '../model/stage.ts'
import { latestVersionsOfJob } from '../postings/posting.sql.ts'
import { publish, savePostingVersion } from '../postings/save-and-publish.ts'
import { insertJob, loadJob, saveJobState } from './job.sql.ts'
import { knownOffice, knownPeople } from './known-people.ts'
import { noSuchJob } from './not-found.ts'
import { loadStages, saveStages } from './stage.sql.ts'
import { loadTeams, saveTeam } from './team.sql.ts'

const post = z.object({
  body: z.string().max(60_000),
  summary: z.string().trim().max(500).optional(),
  locations: z.array(place).min(1).max(60),
  language: z.string().max(20).optional(),
  benefits: z.string().max(4000).optional(),
  applyUntil: z.iso.date().optional(),
  form: form.optional(),
  publish: z.boolean().default(false),
})

/** Sets a job up with a pipeline and a team; with `post`, "just a job": its posting at once. */
export const createJob = defineCommand({
  name: 'ats.createJob',
  says: 'Sets up a job, and with `post` its posting, published at once if asked.',
  permission: manageJobs,
  input: jobPlan.extend({
    team: z.array(teamMember).max(100).optional(),
    stages: z.array(stagePlan).min(2).max(20).optional(),
    post: post.optional(),
  }),
  handle: async (tx, input) => {
    const stages = checkStages(input.stages ?? defaultStages)
    if (!stages.ok) return stages
    const people = await knownPeople(
      tx,
      (input.team ?? []).map((one) => one.userId),
    )
    if (!people.ok) return people
    const office = await knownOffice(tx, input.officeId)
    if (!office.ok) return office
    const made = await make(tx, input, input.team ?? [], stages.value, null)
    if (!input.post) return ok({ ...made, postingId: null, slug: null })
    const posting = await savePostingVersion(tx, made, undefined, {
      ...postingContent.parse({
        title: input.title,
        workplace: input.workplace,
        employmentType: input.employmentType,
        ...input.post,
        pay: input.pay ?? undefined,
      }),
    })
    if (!posting.ok) return posting
    if (!input.post.publish)
      return ok({ ...made, postingId: posting.value.postingId, slug: posting.value.slug })
    await tx.change(saveJobState(made.jobId, 'open', tx.now))
    tx.record(jobOpened({ jobId: made.jobId }, {}))
    const live = await publish(tx, posting.value.postingId)
    return live.ok ? ok({ ...made, postingId: posting.value.postingId, slug: posting.value.slug }) : live
  },
})

/** Takes plan, team, stages and postings of a job as the start of a new one; nothing of its people. */
export const copyJob = defineCommand({
  name: 'ats.copyJob',
  says: 'Sets up a new job after an existing one.',
  permission: manageJobs,
  input: z.object({ jobId, title: z.string().trim().min(1).max(200).optional() }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const stages = await tx.rows(loadStages([job.id]))
    const team = await tx.rows(loadTeams([job.id]))
    const plans = stages.map(({ id: _, ...stage }) => stage)
    const made = await make(tx, { ...job, title: input.title ?? job.title }, team, plans, job.id)
    let copied = 0
    for (const version of await tx.rows(latestVersionsOfJob(job.id))) {
      const saved = await savePostingVersion(tx, made, undefined, {
        ...version.content,
        title: input.title ?? version.content.title,
      })
      if (!saved.ok) return saved
      copied++
    }
    return ok({ ...made, postings: copied })
  },
})

const make = async (
  tx: WriteTx,
  plan: z.output<typeof jobPlan>,
  team: readonly TeamMember[],
  stages: readonly StagePlan[],
  copiedFrom: JobId | null,
) => {
  const made = { jobId: newId<JobId>(), code: newCode(plan.title) }
  const creator = userIdOf(tx.actor)
  await tx.change(insertJob({ ...plan, id: made.jobId, code: made.code, createdBy: creator, now: tx.now }))
  await tx.change(
    saveStages(
      made.jobId,
      stages.map((stage, position) => ({ ...stage, id: newId(), position })),
    ),
  )
  const members =
    creator && !team.some((one) => one.userId === creator)
      ? [
          ...team,
          {
            userId: creator,
            role: 'recruiter' as const,
            leads: !team.some((one) => one.role === 'recruiter' && one.leads),
          },
        ]
      : team
  if (members.length > 0) await tx.change(saveTeam(made.jobId, members))
  tx.record(jobCreated({ jobId: made.jobId }, { copiedFrom }))
  return made
}

/** Short, said easily on the telephone, never read as a word: no vowels, no 0, 1, l or O. */
const newCode = (title: string): string => {
  const signs = 'BCDFGHJKMNPQRSTVWXZ23456789'
  const initials = title
    .replace(/[^A-Za-z ]/g, '')
    .split(' ')
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase())
  return `${initials.slice(0, 3).join('') || 'J'}-${Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')}`
}
