import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply } from '../../src/ats/applications/apply.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { setTeam } from '../../src/ats/jobs/change-job.ts'
import { closeJob } from '../../src/ats/jobs/change-state.ts'
import { createJob } from '../../src/ats/jobs/create-job.ts'
import { ats } from '../../src/ats/room.ts'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { candidates } from '../../src/candidates/room.ts'
import { makePool } from '../../src/crm/pools/make-pools.ts'
import { addToPool, moveInPool } from '../../src/crm/pools/pool-members.ts'
import { crm } from '../../src/crm/room.ts'
import { askToApply } from '../../src/handover/ask-to-apply.ts'
import { considerForJob } from '../../src/handover/consider-for-job.ts'
import { dropLeadsOfJobs, takeUpLeads } from '../../src/handover/drop-leads.ts'
import { handover } from '../../src/handover/room.ts'
import { setPoolNeeds } from '../../src/handover/set-pool-needs.ts'
import { migrateDeliveries } from '../../src/kernel/deliveries.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { defineRoom } from '../../src/kernel/room.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import { cancelMails } from '../../src/messaging/inbox/keep-threads.ts'
import { messagingPermissions } from '../../src/messaging/model/permissions.ts'
import { candidate } from '../../src/views/candidate.ts'
import { leads } from '../../src/views/leads.ts'
import { pool } from '../../src/views/pools.ts'
import { views } from '../../src/views/room.ts'
import { codeOf, given, someone } from '../ats/scene.ts'
import { type Cast, insertCast, offices, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

// What reactions follow are facts of the other rooms; of messaging only its rights are needed here.
const messaging = defineRoom({ name: 'messaging', permissions: messagingPermissions } as const)
const rooms = [candidates, messaging, crm, ats, handover, views] as const
let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel(rooms)
  cast = await insertCast(test.database, rooms)
  await sql`update accounts.organisation set postal_address = 'Wijnhaven 1, Rotterdam'`.execute(
    test.database.write,
  )
  await migrateDeliveries(test.ownerConnection, rooms)
  await test.startDeliveries()
})
afterAll(() => test.close())

const as = (actor: Cast[keyof Cast]) => ({ actor })
const newPeople = async (count: number): Promise<string[]> =>
  given(
    await test.kernel.run(
      addCandidates,
      {
        candidates: Array.from({ length: count }, () => {
          const name = someone()
          return { name, emails: [`${name.toLowerCase().replace(' ', '.')}@mail.example`] }
        }),
      } as never,
      as(cast.maren),
    ),
  ).candidates.map(({ candidateId }) => candidateId)
const newJob = async (more: object = {}) =>
  given(
    await test.kernel.run(
      createJob,
      {
        title: 'Mechatronics engineer',
        officeId: offices.rotterdam.id,
        country: 'NL',
        pay: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
        team: [
          { userId: people.maren.id, role: 'recruiter', leads: true },
          { userId: people.tomas.id, role: 'hiring-manager', leads: true },
        ],
        post: {
          body: 'Make arms move.',
          locations: [{ city: 'Rotterdam', country: 'NL' }],
          publish: true,
        },
        ...more,
      } as never,
      as(cast.maren),
    ),
  ) as { jobId: string; slug: string }
const consider = async (jobId: string, candidateIds: string[]) =>
  given(await test.kernel.run(considerForJob, { jobId, candidateIds } as never, as(cast.maren)))
const page = async (candidateId: string, actor = cast.maren) => {
  const result = await test.kernel.ask(candidate, { candidateId }, { actor })
  return result.ok ? result.value : undefined
}
const line = async (jobId: string, actor = cast.maren) =>
  given(await test.kernel.ask(leads, { jobId } as never, { actor })).leads
const mailOf = async (candidateId: string) =>
  (await page(candidateId))!.contactPoints.find(({ kind }) => kind === 'email')!.value
const applies = async (slug: string, candidateId: string) =>
  given(
    await test.kernel.run(
      apply,
      { postingSlug: slug, name: (await page(candidateId))!.name, email: await mailOf(candidateId) } as never,
      { actor: visitor },
    ),
  )
const ask = (jobId: string, candidateIds: string[], more: object = {}) =>
  test.kernel.run(askToApply, { jobId, candidateIds, ...more } as never, as(cast.maren))

describe('considering people for a job', () => {
  it('makes them leads whom the job’s team sees, and says of the others why not', async () => {
    const { jobId, slug } = await newJob()
    const [one, applied, held] = (await newPeople(3)) as [string, string, string]
    await applies(slug, applied)
    given(
      await test.kernel.run(holdContact, { candidateIds: [held], reason: 'asked' } as never, as(cast.maren)),
    )
    expect(await page(one, cast.tomas)).toBeUndefined()
    const done = await consider(jobId, [one, applied, held])
    expect(done.considered.map(({ candidateId }) => candidateId)).toEqual([one])
    expect(Object.fromEntries(done.skipped.map(({ candidateId, code }) => [candidateId, code]))).toEqual({
      [applied]: 'in-process',
      [held]: 'do-not-contact',
    })
    expect((await page(one, cast.tomas))?.leads).toMatchObject([{ jobId, state: 'considered' }])
    expect((await page(one))?.relationship).toMatchObject({ state: 'lead', half: 'crm' })
    expect(await line(jobId, cast.tomas)).toMatchObject([{ candidateId: one, state: 'considered' }])
    expect((await consider(jobId, [one])).skipped).toMatchObject([{ code: 'lead' }])
    const noPool = { jobId, candidateIds: [one], poolId: '01940000-0000-7000-8000-000000000000' }
    expect(codeOf(await test.kernel.run(considerForJob, noPool as never, as(cast.maren)))).toBe('not-found')
  })

  it('costs the same statements for two people as for two hundred', async () => {
    const { jobId } = await newJob()
    const many = await newPeople(202)
    const cost = async (candidateIds: string[]) => {
      let statements = 0
      const counted = <T>(run: T) =>
        ((...given: never[]) => {
          statements++
          return (run as (...given: never[]) => unknown)(...given)
        }) as T
      const command = {
        ...considerForJob,
        handle: (tx: WriteTx, input: never) =>
          considerForJob.handle(
            { ...tx, rows: counted(tx.rows), row: counted(tx.row), change: counted(tx.change) },
            input,
          ),
      }
      given(await test.kernel.run(command as never, { jobId, candidateIds }, as(cast.maren)))
      return statements
    }
    expect(await cost(many.slice(0, 2))).toBe(await cost(many.slice(2)))
  })

  it('lets people go without a word, and back, and they stand as before', async () => {
    const { jobId } = await newJob()
    const [one] = (await newPeople(1)) as [string]
    const before = (await page(one))!.relationship.state
    const [{ leadId }] = (await consider(jobId, [one])).considered as unknown as [{ leadId: string }]
    given(await test.kernel.run(dropLeadsOfJobs, { leadIds: [leadId] } as never, as(cast.maren)))
    expect(await line(jobId)).toEqual([])
    expect((await page(one))?.relationship.state).toBe(before)
    expect(await stored(one)).toBe(before)
    expect(await page(one, cast.tomas)).toBeUndefined()
    given(await test.kernel.run(takeUpLeads, { leadIds: [leadId] } as never, as(cast.maren)))
    expect(await line(jobId)).toMatchObject([{ candidateId: one }])
    expect(await stored(one)).toBe('lead')
    expect(await page(one, cast.tomas)).toBeDefined()
  })

  it('hides the lead of a confidential job from whoever is not on its team', async () => {
    const { jobId } = await newJob({
      confidential: true,
      post: undefined,
      team: [{ userId: people.maren.id, role: 'recruiter', leads: true }],
    })
    const [one] = (await newPeople(1)) as [string]
    const [{ leadId }] = (await consider(jobId, [one])).considered as unknown as [{ leadId: string }]
    expect(await line(jobId, cast.ayse)).toEqual([])
    expect((await page(one, cast.ayse))?.leads).toEqual([])
    expect(
      codeOf(await test.kernel.run(dropLeadsOfJobs, { leadIds: [leadId] } as never, as(cast.ayse))),
    ).toBe('not-found')
    expect(
      codeOf(await test.kernel.run(considerForJob, { jobId, candidateIds: [one] } as never, as(cast.ayse))),
    ).toBe('not-found')
  })
})

const stored = async (candidateId: string) =>
  (
    await sql<{ relationship: string }>`
      select relationship from candidates.candidate where id = ${candidateId}`.execute(test.database.read)
  ).rows[0]?.relationship

describe('asking to apply', () => {
  it('considers and writes in one act, with the address of the posting, once', async () => {
    const { jobId, slug } = await newJob()
    const [one, other] = (await newPeople(2)) as [string, string]
    await consider(jobId, [other])
    const done = given(await ask(jobId, [one, other]))
    expect(done.mails.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    const { rows } = await sql<{ text: string; purpose: string }>`
      select body_text as text, purpose from messaging.message where candidate_id = ${one}`.execute(
      test.database.read,
    )
    expect(rows).toMatchObject([
      { purpose: 'outreach', text: expect.stringContaining(`/careers/jobs/${slug}`) },
    ])
    expect((await line(jobId)).map(({ state }) => state)).toEqual(['asked', 'asked'])
    expect(given(await ask(jobId, [one])).skipped).toMatchObject([{ candidateId: one, code: 'asked' }])
  })

  it('goes to nobody in process on another job, who stays considered', async () => {
    const [there, here] = [await newJob(), await newJob()]
    const [one] = (await newPeople(1)) as [string]
    await applies(there.slug, one)
    const done = given(await ask(here.jobId, [one]))
    expect(done.mails).toMatchObject([{ state: 'blocked', says: expect.stringContaining('in process') }])
    expect(await line(here.jobId)).toMatchObject([{ candidateId: one, state: 'considered' }])
    expect((await page(one))?.relationship.state).toBe('applicant')
  })

  it('waits out a no of ours, also for whom another job considers', async () => {
    const [there, here] = [await newJob(), await newJob()]
    const [one] = (await newPeople(1)) as [string]
    await applies(there.slug, one)
    const application = (await page(one))!.applications[0]!
    given(
      await test.kernel.run(
        rejectApplications,
        { applicationIds: [application.id], reasonCode: 'conditions' } as never,
        as(cast.maren),
      ),
    )
    expect((await page(one))?.contact).toMatchObject({ allowed: false, code: 'rejected-recently' })
    await consider(here.jobId, [one])
    expect((await page(one))?.relationship).toMatchObject({ state: 'decided-not-now', nextStep: 'tell' })
    const mail = given(await ask(here.jobId, [one])).mails[0]
    expect(mail).toMatchObject({ state: 'blocked', says: expect.stringContaining('rejected') })
    expect(
      given(await ask(here.jobId, [one], { override: { note: 'Told by phone' } })).mails[0],
    ).toMatchObject({ state: 'waiting' })
  })

  it('is as if nobody had asked when the mail is stopped', async () => {
    const { jobId } = await newJob()
    const [one] = (await newPeople(1)) as [string]
    const [mail] = given(await ask(jobId, [one])).mails
    given(await test.kernel.run(cancelMails, { messageIds: [mail!.messageId] } as never, as(cast.maren)))
    await expect.poll(async () => (await line(jobId))[0]?.state).toBe('considered')
    expect(given(await ask(jobId, [one])).mails).toMatchObject([{ state: 'waiting' }])
  })

  it('is refused while nobody can apply', async () => {
    const { jobId } = await newJob({ post: undefined })
    expect(codeOf(await ask(jobId, await newPeople(1)))).toBe('no-posting')
  })
})

describe('the passage', () => {
  it('ends the lead when the person applies, on the same record, and the row keeps the application', async () => {
    const { jobId, slug } = await newJob()
    const [one] = (await newPeople(1)) as [string]
    await consider(jobId, [one])
    await applies(slug, one)
    await expect.poll(() => line(jobId)).toEqual([])
    const { rows } = await sql<{ state: string; isTheirs: boolean }>`
      select l.state, a.candidate_id = l.candidate_id as "isTheirs" from crm.lead l
      join ats.application a on a.id = l.application_id where l.candidate_id = ${one}`.execute(
      test.database.read,
    )
    expect(rows).toEqual([{ state: 'applied', isTheirs: true }])
    expect((await page(one))?.relationship.state).toBe('applicant')
  })

  it('shows whom another job rejected as a lead again', async () => {
    const [here, there] = [await newJob(), await newJob()]
    const [one] = (await newPeople(1)) as [string]
    await consider(here.jobId, [one])
    await applies(there.slug, one)
    const application = (await page(one))!.applications[0]!
    given(
      await test.kernel.run(
        rejectApplications,
        { applicationIds: [application.id], reasonCode: 'conditions' } as never,
        as(cast.maren),
      ),
    )
    await expect.poll(() => stored(one)).toBe('lead')
    expect((await page(one))?.leads).toHaveLength(1)
  })

  it('lets everybody go when the job closes', async () => {
    const { jobId } = await newJob()
    const [one] = (await newPeople(1)) as [string]
    await consider(jobId, [one])
    given(await test.kernel.run(closeJob, { jobId, reason: 'cancelled' } as never, as(cast.maren)))
    await expect.poll(() => line(jobId)).toEqual([])
    expect(await stored(one)).toBe('known')
  })

  it('shows leads to whoever joins the team, and no longer to who leaves it', async () => {
    const { jobId } = await newJob({ team: [{ userId: people.maren.id, role: 'recruiter', leads: true }] })
    const [one] = (await newPeople(1)) as [string]
    await consider(jobId, [one])
    expect(await page(one, cast.tomas)).toBeUndefined()
    const recruiter = { userId: people.maren.id, role: 'recruiter', leads: true }
    const team = (...more: object[]) =>
      test.kernel.run(setTeam, { jobId, team: [recruiter, ...more] } as never, as(cast.maren))
    given(await team({ userId: people.tomas.id, role: 'hiring-manager', leads: true }))
    await expect.poll(() => page(one, cast.tomas)).toBeDefined()
    given(await team())
    await expect.poll(() => page(one, cast.tomas)).toBeUndefined()
  })
})

describe('a pool that is kept for a job', () => {
  it('shows its ready people before the board’s first stage until they apply or are considered', async () => {
    const { jobId } = await newJob()
    const [ready, found] = (await newPeople(2)) as [string, string]
    const { poolId } = given(
      await test.kernel.run(makePool, { name: 'Arms', access: 'private' } as never, as(cast.maren)),
    )
    given(await test.kernel.run(addToPool, { poolId, candidateIds: [ready, found] } as never, as(cast.maren)))
    const { rows } = await sql<{ id: string }>`
      select id from crm.pool_stage where pool_id = ${poolId} and is_ready`.execute(test.database.read)
    given(
      await test.kernel.run(
        moveInPool,
        { poolId, candidateIds: [ready], stageId: rows[0]!.id } as never,
        as(cast.maren),
      ),
    )
    expect(await line(jobId)).toEqual([])
    const needs = [{ says: 'Two for the new line', seats: 2, neededBy: '2027-03-01', jobId }]
    given(await test.kernel.run(setPoolNeeds, { poolId, needs } as never, as(cast.maren)))
    expect(await line(jobId)).toMatchObject([
      { candidateId: ready, state: 'ready', poolName: 'Arms', leadId: null },
    ])
    expect(await line(jobId, cast.ayse)).toEqual([])
    await consider(jobId, [ready])
    expect(await line(jobId)).toMatchObject([{ candidateId: ready, state: 'considered' }])
  })

  it('says nothing of seats on a job out of sight, and keeps them when others are said', async () => {
    const open = await newJob()
    const hidden = await newJob({ confidential: true, post: undefined })
    const { poolId } = given(await test.kernel.run(makePool, { name: 'Welders' } as never, as(cast.maren)))
    const set = (needs: object[], actor = cast.maren) =>
      test.kernel.run(setPoolNeeds, { poolId, needs } as never, as(actor))
    const needsSeenBy = async (actor: Cast[keyof Cast]) =>
      given(await test.kernel.ask(pool, { poolId }, as(actor))).needs
    const seats = { seats: 2, neededBy: '2027-03-01' }
    given(
      await set([
        { says: 'The new line', ...seats, jobId: open.jobId },
        { says: 'The successor', ...seats, jobId: hidden.jobId },
        { says: 'Planned', ...seats, neededBy: '2027-02-01' },
      ]),
    )
    const seen = await needsSeenBy(cast.maren)
    expect(seen.map(({ says, jobTitle }) => [says, jobTitle]).toSorted()).toEqual([
      ['Planned', null],
      ['The new line', 'Mechatronics engineer'],
      ['The successor', 'Mechatronics engineer'],
    ])
    expect((await needsSeenBy(cast.ayse)).map(({ says }) => says).toSorted()).toEqual([
      'Planned',
      'The new line',
    ])
    const unseen = seen.find(({ says }) => says === 'The successor')!
    expect(codeOf(await set([{ says: 'Mine', ...seats, jobId: hidden.jobId }], cast.ayse))).toBe('not-found')
    given(await set([{ id: unseen.id, says: 'Overwritten', ...seats }], cast.ayse))
    expect(await needsSeenBy(cast.ayse)).toEqual([])
    expect((await needsSeenBy(cast.maren)).map(({ says }) => says)).toEqual(['The successor'])
    given(await set([]))
    expect(await needsSeenBy(cast.maren)).toEqual([])
  })
})
