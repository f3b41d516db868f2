import { afterAll, beforeAll, expect, it } from 'vitest'
import { job } from '../../src/ats/jobs/jobs.ts'
import { handOverOpenings } from '../../src/ats/openings/hand-over-openings.ts'
import { openingApprovers } from '../../src/ats/openings/opening-approvers.ts'
import { decideOpenings, requestOpenings } from '../../src/ats/openings/request-openings.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import type { JobId } from '../../src/kernel/model/id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const offered = async (jobId: JobId, actor: Actor) =>
  given(await at.kernel.ask(openingApprovers, { jobId }, { actor })).approvers.map((one) => one.name)
const askOf = async (jobId: JobId, approver: keyof typeof people, actor: Actor) =>
  codeOf(
    await at.kernel.run(
      requestOpenings,
      { jobId, seats: [{}], approverId: people[approver].id as never },
      { actor },
    ),
  )

it('offers those who may approve a seat of the job, never the one who asks', async () => {
  const { jobId } = await at.newJob()
  expect(await offered(jobId, at.cast.maren)).toEqual([people.priya.name, people.tomas.name])
  expect(await offered(jobId, at.cast.tomas)).toEqual([people.priya.name])
})

it('refuses an approver without the right, or who does not know of the job', async () => {
  const { jobId } = await at.newJob()
  expect(await askOf(jobId, 'jonas', at.cast.maren)).toBe('may-not-approve')
  expect(await askOf(jobId, 'tomas', at.cast.maren)).toBe('ok')
  const elsewhere = await at.newJob({ team: [{ userId: people.maren.id, role: 'recruiter', leads: true }] })
  expect(await offered(elsewhere.jobId, at.cast.maren)).toEqual([people.priya.name])
  expect(await askOf(elsewhere.jobId, 'tomas', at.cast.maren)).toBe('may-not-approve')
})

it('follows the rights as the administrator keeps them', async () => {
  const { jobId } = await at.newJob()
  await sql`insert into accounts.role_permission (role, permission, granted)
    values ('coordinator', 'ats.decideOpenings', true), ('hiring-manager', 'ats.decideOpenings', false)`.execute(
    at.test.database.write,
  )
  expect(await offered(jobId, at.cast.maren)).toEqual([people.jonas.name, people.priya.name])
  expect(await askOf(jobId, 'jonas', at.cast.maren)).toBe('ok')
  expect(await askOf(jobId, 'tomas', at.cast.maren)).toBe('may-not-approve')
})

it('lets a seat whose approver has left be handed to somebody who can decide, and only then', async () => {
  const { jobId } = await at.newJob()
  const { openingIds } = given(
    await at.kernel.run(
      requestOpenings,
      { jobId, seats: [{}], approverId: people.jonas.id as never },
      { actor: at.cast.maren },
    ),
  )
  const handTo = (approver: keyof typeof people, actor: Actor) =>
    at.kernel.run(handOverOpenings, { openingIds, approverId: people[approver].id as never }, { actor })
  const standsWith = async () =>
    given(await at.kernel.ask(job, { jobId }, { actor: at.cast.maren })).openings.map((one) => ({
      approver: one.approverName,
      waitsInVain: one.waitsInVain,
    }))
  expect(codeOf(await handTo('priya', at.cast.maren))).toBe('can-decide')
  expect(await standsWith()).toEqual([{ approver: people.jonas.name, waitsInVain: false }])
  await sql`update accounts.user_account set disabled_at = now() where id = ${people.jonas.id}`.execute(
    at.test.database.write,
  )
  expect(await standsWith()).toEqual([{ approver: people.jonas.name, waitsInVain: true }])
  expect(codeOf(await handTo('maren', at.cast.priya))).toBe('own-approval')
  expect(codeOf(await handTo('tomas', at.cast.maren))).toBe('may-not-approve')
  expect(codeOf(await handTo('priya', at.cast.tomas))).toBe('not-allowed')
  given(await handTo('priya', at.cast.maren))
  expect(await standsWith()).toEqual([{ approver: people.priya.name, waitsInVain: false }])
  const facts = await sql<{ particulars: unknown }>`
    select particulars from kernel.fact where name = 'opening.handed-over'`.execute(at.test.database.write)
  expect(facts.rows).toEqual([{ particulars: { from: people.jonas.id, to: people.priya.id } }])
  given(await at.kernel.run(decideOpenings, { openingIds, approve: true }, { actor: at.cast.priya }))
})
