import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { application, applicationsOfCandidate } from '../../src/ats/applications/application-page.ts'
import { hireApplication } from '../../src/ats/applications/hire-application.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { loadBoardCards } from '../../src/ats/board/board.sql.ts'
import { board, boardIds, boardTable } from '../../src/ats/board/board.ts'
import { funnel, funnelIds } from '../../src/ats/board/funnel.ts'
import { job, jobs } from '../../src/ats/jobs/jobs.ts'
import { sql } from '../../src/kernel/sql.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const jobWith = async (count: number, more: object = {}) => {
  const made = await at.newJob(more)
  for (let n = 0; n < count; n++) given(await at.applyAs(made.slug, someone()))
  return { ...made, ids: (await at.applicationsOf(made.jobId)).map((one) => one.id) }
}

it('shows stages with who waits longest first; the table has the same rows', async () => {
  const { jobId, ids } = await jobWith(5)
  given(
    await at.kernel.run(advanceApplications, { applicationIds: ids.slice(0, 2) }, { actor: at.cast.maren }),
  )
  const shown = given(await at.kernel.ask(board, { jobId, cardsPerStage: 2 }, { actor: at.cast.maren }))
  expect(shown.stages.map((stage) => [stage.name, stage.count, stage.cards.length])).toEqual([
    ['Applied', 3, 2],
    ['First talk', 2, 2],
    ['Interviews', 0, 0],
    ['Offer', 0, 0],
    ['Hired', 0, 0],
  ])
  expect(shown.stages[0]!.cards[0]).toMatchObject({
    turn: 'us',
    turnSays: 'We read your application',
    daysInStage: 0,
    overdue: false,
  })
  expect(shown.stages[0]!.owner).toMatchObject({ name: 'Maren Osei' })
  // What only the table shows does not travel with each of hundreds of cards.
  for (const part of ['appliedAt', 'waitingSince', 'source', 'owner'])
    expect(shown.stages[0]!.cards[0]).not.toHaveProperty(part)
  const rows: string[] = []
  let after: { waitingSince: string; applicationId: string } | undefined
  do {
    const page = given(await at.kernel.ask(boardTable, { jobId, limit: 2, after }, { actor: at.cast.maren }))
    expect(page.count).toBe(5)
    rows.push(...page.rows.map((row) => row.applicationId))
    after = page.after ?? undefined
  } while (after)
  expect([...rows].sort()).toEqual([...ids].sort())
  expect(
    given(await at.kernel.ask(boardIds, { jobId, turn: 'them' }, { actor: at.cast.maren })).applicationIds,
  ).toEqual([])
})

it('reads of a pipeline of 2,000 only the cards it shows', async () => {
  const { jobId, ids } = await jobWith(1)
  await sql`
    with people as (
      insert into candidates.candidate (id, name, name_key, sort_key, source, created_at, updated_at, last_activity_at, relationship_since)
      select gen_random_uuid(), 'Person ' || n, 'person ' || n, 'person ' || n, 'import', now(), now(), now(), now()
      from generate_series(1, 1999) n returning id)
    insert into ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source, last_word_at)
    select gen_random_uuid(), p.id, a.job_id, s.id, a.applied_at, a.applied_at, a.updated_at, 'import', now() - random() * interval '30 days'
    from (select id, row_number() over () as n from people) p
    join ats.application a on a.id = ${ids[0]}
    join lateral (select id from ats.stage where job_id = a.job_id order by position offset p.n % 4 limit 1) s on true`.execute(
    at.test.database.write,
  )
  await sql`analyze ats.application`.execute(at.test.database.write).catch(() => undefined)
  const times: number[] = []
  for (let n = 0; n < 15; n++) {
    const began = performance.now()
    const shown = given(await at.kernel.ask(board, { jobId }, { actor: at.cast.maren }))
    times.push(performance.now() - began)
    expect(shown.stages.reduce((sum, stage) => sum + stage.count, 0)).toBe(2000)
  }
  const plan =
    await sql`explain (analyze, format json) ${loadBoardCards({ jobId }, 50, at.test.now()) as unknown as ReturnType<typeof sql>}`.execute(
      at.test.database.read,
    )
  const scan = /"Index Name":"application_board".*?"Actual Rows":([\d.]+)/.exec(JSON.stringify(plan.rows))
  // Of 2,000 it reads at most the cards of each stage.
  expect(Number(scan?.[1])).toBeLessThanOrEqual(50)
  const median = times.sort((a, b) => a - b)[7]!
  console.info(`pipeline of 2,000: median ${median.toFixed(1)} ms`)
})

it('counts the funnel by the decisions that stand, with the ids behind each figure', async () => {
  const { jobId, ids } = await jobWith(4)
  const actor = at.cast.maren
  const before = at.test.now()
  at.test.setNow('2026-11-23T12:00:00.000Z')
  given(await at.kernel.run(advanceApplications, { applicationIds: ids.slice(0, 3) }, { actor }))
  given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: [ids[2]!], reasonCode: 'less-experience' },
      { actor },
    ),
  )
  given(await at.kernel.run(hireApplication, { applicationId: ids[0]! }, { actor }))
  const shown = given(await at.kernel.ask(funnel, { jobId }, { actor }))
  expect(shown.steps.map((step) => [step.name, step.count, step.standing])).toEqual([
    ['Applied', 4, 1],
    ['First talk', 3, 1],
    ['Interviews', 1, 0],
    ['Offer', 1, 0],
    ['Hired', 1, 0],
  ])
  expect(shown.steps[1]).toMatchObject({ passThrough: 0.75, medianDays: 2 })
  const behind = given(await at.kernel.ask(funnelIds, { jobId, rank: 1 }, { actor }))
  expect([...behind.applicationIds].sort()).toEqual(ids.slice(0, 3).sort())
  const all = given(await at.kernel.ask(funnel, {}, { actor: at.cast.priya }))
  expect(all.steps[0]!.count).toBeGreaterThanOrEqual(4)
  at.test.setNow(before)
})

it('hides a job, its board and its people from a hiring manager of another', async () => {
  const { jobId, ids } = await jobWith(1, {
    team: [{ userId: people.maren.id, role: 'recruiter', leads: true }],
  })
  const actor = at.cast.tomas
  const [one] = await at.applicationsOf(jobId)
  const codes = await Promise.all([
    at.kernel.ask(job, { jobId }, { actor }),
    at.kernel.ask(board, { jobId }, { actor }),
    at.kernel.ask(boardTable, { jobId }, { actor }),
    at.kernel.ask(boardIds, { jobId }, { actor }),
    at.kernel.ask(funnel, { jobId }, { actor }),
    at.kernel.ask(application, { applicationId: ids[0]! }, { actor }),
    at.kernel.ask(applicationsOfCandidate, { candidateId: one!.candidateId }, { actor }),
  ])
  expect(codes.map(codeOf)).toEqual(Array(7).fill('not-found'))
  const listed = given(await at.kernel.ask(jobs, {}, { actor })).jobs.map((row) => row.id)
  expect(listed).not.toContain(jobId)
})

it('shows a confidential job to its team and to who may see all confidential ones only', async () => {
  const made = await at.newJob(
    {
      confidential: true,
      post: undefined,
      team: [{ userId: people.tomas.id, role: 'hiring-manager', leads: true }],
    },
    at.cast.priya,
  )
  const see = async (actor: typeof at.cast.tomas) =>
    codeOf(await at.kernel.ask(job, { jobId: made.jobId }, { actor }))
  expect(await see(at.cast.tomas)).toBe('ok')
  expect(await see(at.cast.priya)).toBe('ok')
  expect(await see(at.cast.zsofia)).toBe('ok')
  expect(await see(at.cast.maren)).toBe('not-found')
  expect(await see(at.cast.jonas)).toBe('not-found')
})

it('hides pay from who lacks the right, and shows it to the job’s hiring manager', async () => {
  const { jobId } = await jobWith(0)
  const payFor = async (actor: typeof at.cast.tomas) => {
    const shown = given(await at.kernel.ask(job, { jobId }, { actor }))
    return [shown.pay?.max ?? null, shown.payHidden]
  }
  expect(await payFor(at.cast.maren)).toEqual([78000, false])
  expect(await payFor(at.cast.tomas)).toEqual([78000, false])
  expect(await payFor(at.cast.jonas)).toEqual([null, true])
})

it('keeps an application’s posting, questions and criteria as they were when the job changes (R40)', async () => {
  const { jobId, ids } = await jobWith(1)
  const before = given(await at.kernel.ask(application, { applicationId: ids[0]! }, { actor: at.cast.maren }))
  const { changeJob } = await import('../../src/ats/jobs/change-job.ts')
  const { savePosting, publishPosting } = await import('../../src/ats/postings/save-posting.ts')
  const shown = given(await at.kernel.ask(job, { jobId }, { actor: at.cast.maren }))
  given(
    await at.kernel.run(
      changeJob,
      { jobId, change: { title: 'Other', attributes: [] } },
      { actor: at.cast.maren },
    ),
  )
  const { postingId, content } = shown.postings[0]!
  given(
    await at.kernel.run(
      savePosting,
      { jobId, postingId, content: { ...content, title: 'Other', form: { ...content.form, questions: [] } } },
      { actor: at.cast.maren },
    ),
  )
  expect(given(await at.kernel.run(publishPosting, { postingId }, { actor: at.cast.maren })).version).toBe(2)
  const after = given(await at.kernel.ask(application, { applicationId: ids[0]! }, { actor: at.cast.maren }))
  expect({ ...after, jobTitle: before.jobTitle }).toEqual(before)
})
