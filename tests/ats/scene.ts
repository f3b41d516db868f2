import { apply } from '../../src/ats/applications/apply.ts'
import { createJob } from '../../src/ats/jobs/create-job.ts'
import { ats } from '../../src/ats/room.ts'
import { candidates } from '../../src/candidates/room.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import type { Fact } from '../../src/kernel/model/fact.ts'
import type { ApplicationId, JobId } from '../../src/kernel/model/id.ts'
import type { Result } from '../../src/kernel/model/result.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type Cast, insertCast, offices, people } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

export const rooms = [candidates, ats] as const

export const given = <V>(result: Result<V>): V => {
  if (!result.ok)
    throw new Error(
      `${result.refusal.code}: ${result.refusal.says} ${JSON.stringify(result.refusal.details ?? '')}`,
    )
  return result.value
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

/** Northwind with one open job, its posting live, and ways to fill and look into it. */
export const scene = async () => {
  const test = await testKernel(rooms)
  const cast: Cast = await insertCast(test.database, rooms)
  const { kernel } = test
  const rows = async <Row>(statement: { execute(on: never): Promise<{ rows: Row[] }> }) =>
    (await statement.execute(test.database.read as never)).rows
  const newJob = async (more: object = {}, actor = cast.maren) =>
    given(
      await kernel.run(
        createJob,
        {
          title: 'Mechatronics engineer',
          department: 'Motion control',
          officeId: offices.rotterdam.id,
          country: 'NL',
          pay: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
          attributes: [
            { id: 'ros', says: 'Has worked with ROS', must: true, words: ['ROS', 'ROS 2'] },
            { id: 'dutch', says: 'Speaks Dutch', must: false, words: ['Dutch', 'Nederlands'] },
          ],
          team: [
            { userId: people.maren.id, role: 'recruiter', leads: true },
            { userId: people.tomas.id, role: 'hiring-manager', leads: true },
          ],
          post: {
            body: '# What you will do\nMake arms move.',
            locations: [{ city: 'Rotterdam', country: 'NL' }],
            publish: true,
            form: { questions: [{ id: 'why', kind: 'long-text', label: 'Why this job?', required: false }] },
          },
          ...more,
        },
        { actor },
      ),
    ) as { jobId: JobId; code: string; postingId: string; slug: string }
  const applyAs = (slug: string, name: string, more: object = {}) =>
    kernel.run(
      apply,
      {
        postingSlug: slug,
        name,
        email: `${name
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]+/g, '.')}@mail.example`,
        answers: [{ questionId: 'why', value: 'I like robots. I used ROS 2 for three years.' }],
        ...more,
      },
      { actor: visitor },
    )
  const applicationsOf = (jobId: JobId) =>
    rows(
      sql<{
        id: ApplicationId
        candidateId: string
        state: string
        stageId: string
        reasonCode: string | null
      }>`
        select id, candidate_id as "candidateId", state, stage_id as "stageId", reason_code as "reasonCode"
        from ats.application where job_id = ${jobId} order by applied_at, id`,
    )
  const factsNamed = (name: string) =>
    rows(sql<Fact & { actorKind: string; actorId: string }>`
      select name, particulars, actor_kind as "actorKind", actor_id as "actorId",
        jsonb_build_object('candidateId', candidate_id, 'applicationId', application_id, 'jobId', job_id) as about
      from kernel.fact where name = ${name} order by id`)
  return { test, kernel, cast, rows, newJob, applyAs, applicationsOf, factsNamed }
}
export type Scene = Awaited<ReturnType<typeof scene>>

let born = 0
/** Names of people who are certainly different. */
export const someone = (): string => {
  const first = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Eun', 'Femke', 'Goran', 'Hanne', 'Ibrahim', 'Jolanta']
  const letters = (number: number): string =>
    (number >= 26 ? letters(Math.floor(number / 26) - 1) : '') + String.fromCharCode(97 + (number % 26))
  born++
  return `${first[born % 10]} Z${letters(born * 7919)}sen`
}
