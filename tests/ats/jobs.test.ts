import { afterAll, beforeAll, expect, it } from 'vitest'
import { addApplications } from '../../src/ats/applications/add-applications.ts'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { undoDecisions } from '../../src/ats/applications/undo-decisions.ts'
import { changeJob, setStages, setTeam } from '../../src/ats/jobs/change-job.ts'
import { copyJob, createJob } from '../../src/ats/jobs/create-job.ts'
import { job as jobPage } from '../../src/ats/jobs/jobs.ts'
import { openPostings, posting } from '../../src/ats/postings/open-postings.ts'
import { closePosting, publishPosting, savePosting } from '../../src/ats/postings/save-posting.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())
const maren = () => ({ actor: at.cast.maren })
const page = async (jobId: string) => given(await at.kernel.ask(jobPage, { jobId }, maren()))

it('sets up just a job with its posting in one act, live at its address', async () => {
  const job = await at.newJob()
  const live = given(await at.kernel.ask(posting, { slug: job.slug }, { actor: visitor }))
  expect(live).toMatchObject({
    state: 'live',
    title: 'Mechatronics engineer',
    team: 'Motion control',
    pay: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
    steps: [{ name: 'We read your application' }, {}, {}, {}, {}],
  })
  expect((await page(job.jobId)).stages.map((stage) => stage.kind)).toEqual([
    'applied',
    'review',
    'interview',
    'offer',
    'hired',
  ])
})

it('changes only what is given', async () => {
  const job = await at.newJob()
  const before = await page(job.jobId)
  given(await at.kernel.run(changeJob, { jobId: job.jobId, change: { title: 'Robot mechanic' } }, maren()))
  const after = await page(job.jobId)
  expect({ ...after, title: before.title, updatedAt: before.updatedAt }).toEqual(before)
  expect((await at.factsNamed('job.changed')).at(-1)!.particulars).toEqual({ fields: ['title'] })
})

it('keeps a pay that somebody without the right may not see from being changed by them', async () => {
  const job = await at.newJob()
  expect(
    codeOf(
      await at.kernel.run(changeJob, { jobId: job.jobId, change: { title: 'x' } }, { actor: at.cast.jonas }),
    ),
  ).toBe('not-allowed')
})

it('adds, renames and reorders stages, but removes none in which somebody stands', async () => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone()))
  const { stages } = await page(job.jobId)
  const plan = stages.map(({ id, name, kind, candidateSays, durationSays, promiseDays }) => ({
    id,
    name,
    kind,
    candidateSays,
    durationSays,
    promiseDays,
  }))
  const set = (wanted: object[]) =>
    at.kernel.run(setStages, { jobId: job.jobId, stages: wanted as never }, maren())
  expect(codeOf(await set(plan.slice(1)))).toBe('stages-start')
  expect(codeOf(await set([plan[0]!, plan[3]!, plan[2]!, plan[4]!]))).toBe('stages-order')
  expect(codeOf(await set([{ name: 'New', kind: 'applied' }, ...plan.slice(1)]))).toBe('stage-in-use')
  const changed = [
    plan[0]!,
    { name: 'Work sample', kind: 'review' },
    { ...plan[2]!, name: 'Panel' },
    plan[4]!,
  ]
  given(await set(changed))
  expect((await page(job.jobId)).stages.map((stage) => [stage.name, stage.applications])).toEqual([
    ['Applied', 1],
    ['Work sample', 0],
    ['Panel', 0],
    ['Hired', 0],
  ])
})

it('lets who joins the team see its people at once, and who leaves no longer', async () => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone()))
  const sees = async () =>
    (
      await at.rows(
        sql<{
          n: number
        }>`select count(*) as n from candidates.sight where because = ${job.jobId} and user_id = ${people.ifeoma.id}`,
      )
    )[0]!.n
  const team = (await page(job.jobId)).team.map(({ userId, role, leads }) => ({ userId, role, leads }))
  given(
    await at.kernel.run(
      setTeam,
      {
        jobId: job.jobId,
        team: [...team, { userId: people.ifeoma.id as never, role: 'interviewer', leads: false }],
      },
      maren(),
    ),
  )
  expect(await sees()).toBe(1)
  given(await at.kernel.run(setTeam, { jobId: job.jobId, team }, maren()))
  expect(await sees()).toBe(0)
})

it('copies a job with team, stages and postings, and nothing of its people', async () => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone()))
  const copy = given(await at.kernel.run(copyJob, { jobId: job.jobId, title: 'Second engineer' }, maren()))
  const shown = await page(copy.jobId)
  expect(shown).toMatchObject({
    title: 'Second engineer',
    state: 'draft',
    attributes: [{ id: 'ros' }, { id: 'dutch' }],
  })
  expect(shown.postings).toMatchObject([{ state: 'draft', content: { title: 'Second engineer' } }])
  expect(shown.stages.reduce((sum, stage) => sum + stage.applications, 0)).toBe(0)
})

it('refuses to publish what the law of the place forbids, with its source (R87, R88)', async () => {
  const post = (more: object) => ({
    body: 'x',
    publish: true,
    locations: [{ city: 'Denver', region: 'CO', country: 'US' }],
    ...more,
  })
  const publish = (input: object) =>
    at.kernel.run(createJob, { title: 'Engineer', ...input } as never, maren())
  const refused = await publish({ post: post({}) })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'law-blocks' } })
  if (!refused.ok)
    expect(refused.refusal.details).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ruleId: 'pay-us-co-pay', source: expect.stringContaining('C.R.S.') }),
      ]),
    )
  const pay = { min: 1, max: 2, currency: 'USD', period: 'year' }
  const full = { benefits: 'Health, 20 days off', applyUntil: '2026-12-31' }
  expect(codeOf(await publish({ pay, post: post(full) }))).toBe('ok')
  const questions = [{ id: 'pay', kind: 'number', label: 'Your current salary' }]
  expect(codeOf(await publish({ pay, post: post({ ...full, form: { questions } }) }))).toBe('law-blocks')
  expect(codeOf(await publish({ confidential: true, pay, post: post(full) }))).toBe('confidential')
})

it('freezes what is live, edits a new version, and answers “gone” once closed', async () => {
  const job = await at.newJob()
  const [first] = (await page(job.jobId)).postings
  const content = { ...first!.content, title: 'Robot mechanic' }
  expect(
    given(
      await at.kernel.run(savePosting, { jobId: job.jobId, postingId: first!.postingId, content }, maren()),
    ).version,
  ).toBe(2)
  const shown = async () => given(await at.kernel.ask(posting, { slug: job.slug }, { actor: visitor }))
  expect(await shown()).toMatchObject({ version: 1, title: 'Mechatronics engineer' })
  given(await at.kernel.run(publishPosting, { postingId: first!.postingId }, maren()))
  expect(await shown()).toMatchObject({ version: 2, title: 'Robot mechanic', reference: first!.reference })
  given(await at.kernel.run(closePosting, { postingIds: [first!.postingId] }, maren()))
  expect(await shown()).toMatchObject({ state: 'closed', title: 'Robot mechanic' })
  expect(codeOf(await at.kernel.ask(posting, { slug: 'never-was' }, { actor: visitor }))).toBe('not-found')
})

it('finds open postings by words, place and team, folding accents', async () => {
  await at.newJob({
    title: 'Ingénieur soudage',
    department: 'Welding',
    post: { body: 'Café', publish: true, locations: [{ city: 'Gdańsk', country: 'PL' }] },
  })
  const find = async (input: object) =>
    given(await at.kernel.ask(openPostings, input, { actor: visitor })).postings.map((one) => one.title)
  expect(await find({ words: 'ingenieur cafe' })).toEqual(['Ingénieur soudage'])
  expect(await find({ words: 'gdansk' })).toEqual(['Ingénieur soudage'])
  expect(await find({ city: 'Gdańsk' })).toEqual(['Ingénieur soudage'])
  expect(await find({ team: 'Welding', country: 'NL' })).toEqual([])
  expect(await find({ words: '100%' })).toEqual([])
  const all = given(await at.kernel.ask(openPostings, {}, { actor: visitor }))
  expect(all.teams).toContainEqual({ id: 'Welding', jobs: 1 })
  expect(all.open).toBe(all.postings.length)
})

it('needs as many statements for 200 people as for 2', async () => {
  const job = await at.newJob()
  const make = async (count: number) => {
    const ids = (
      await sql<{ id: string }>`
        insert into candidates.candidate (id, name, name_key, sort_key, source, created_at, updated_at, last_activity_at, relationship_since)
        select gen_random_uuid(), 'P ' || n, 'p ' || n, 'p ' || n, 'import', now(), now(), now(), now() from generate_series(1, ${count}) n returning id`.execute(
        at.test.database.write,
      )
    ).rows.map((row) => row.id)
    await sql`insert into candidates.contact_point (id, candidate_id, kind, value, normalised, weak, is_primary, came_from, came_at)
      select gen_random_uuid(), id::uuid, 'email', id || '@mail.example', id || '@mail.example', id || '@mail.example', true, 'import', now() from unnest(${ids}::text[]) id`.execute(
      at.test.database.write,
    )
    return ids
  }
  const counting = async (
    command: { handle: (tx: WriteTx, input: never) => Promise<unknown> },
    input: object,
  ) => {
    let statements = 0
    const counted = {
      ...command,
      handle: (tx: WriteTx, parsed: never) => {
        const one = <T>(run: T) =>
          ((...args: never[]) => {
            statements++
            return (run as (...given: never[]) => unknown)(...args)
          }) as T
        return command.handle({ ...tx, rows: one(tx.rows), row: one(tx.row), change: one(tx.change) }, parsed)
      },
    }
    const value = given(await at.kernel.run(counted as never, input, maren()))
    return { statements, value: value as never }
  }
  const act = async (count: number) => {
    const candidateIds = await make(count)
    const added = await counting(addApplications as never, { jobId: job.jobId, candidateIds })
    const applicationIds = (added.value as { added: { applicationId: string }[] }).added.map(
      (one) => one.applicationId,
    )
    const advanced = await counting(advanceApplications as never, { applicationIds, mail: true })
    const began = performance.now()
    const rejected = await counting(rejectApplications as never, { applicationIds, reasonCode: 'conditions' })
    const took = performance.now() - began
    const decisionIds = (rejected.value as { done: { decisionId: string }[] }).done.map(
      (one) => one.decisionId,
    )
    const undone = await counting(undoDecisions as never, { decisionIds })
    return { counts: [added, advanced, rejected, undone].map((one) => one.statements), took }
  }
  const two = await act(2)
  const many = await act(200)
  expect(many.counts).toEqual(two.counts)
  const five = await act(500)
  expect(five.counts).toEqual(two.counts)
  console.info(
    `statements ${two.counts.join(', ')}; rejecting 500 with mails took ${five.took.toFixed(0)} ms`,
  )
})
