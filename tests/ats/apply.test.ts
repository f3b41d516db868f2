import { afterAll, beforeAll, expect, it } from 'vitest'
import { apply } from '../../src/ats/applications/apply.ts'
import { posting } from '../../src/ats/postings/open-postings.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

it('takes an application: frozen posting version and answers, a promise, sight for the team, facts', async () => {
  const job = await at.newJob()
  const name = someone()
  const answer = given(await at.applyAs(job.slug, name))
  expect(answer).toMatchObject({ received: true, jobTitle: 'Mechatronics engineer' })
  // Saturday noon; five working days later is Friday, 17:00 in Rotterdam.
  expect(answer.promisedFor).toBe('2026-11-27T16:00:00.000Z')
  const [row] = await at.rows(
    sql<{ version: number; answers: unknown; seen: number; relationship: string }>`
      select a.posting_version as version, a.answers, c.relationship,
        (select count(*) from candidates.sight s where s.candidate_id = c.id and s.because = a.job_id) as seen
      from ats.application a join candidates.candidate c on c.id = a.candidate_id where a.job_id = ${job.jobId}`,
  )
  expect(row).toMatchObject({
    version: 1,
    relationship: 'applicant',
    seen: 2,
    answers: [
      {
        questionId: 'why',
        label: 'Why this job?',
        kind: 'long-text',
        value: expect.stringContaining('ROS 2'),
      },
    ],
  })
  const facts = (await at.factsNamed('application.received')).filter((fact) => fact.about.jobId === job.jobId)
  expect(facts).toHaveLength(1)
  expect(facts[0]!.particulars).toMatchObject({ postingVersion: 1, source: 'careers-site' })
})

it('gives the same answer when a person applies twice, and keeps one application', async () => {
  const job = await at.newJob()
  const name = someone()
  const first = given(await at.applyAs(job.slug, name))
  const again = given(await at.applyAs(job.slug, name))
  expect(again).toEqual(first)
  expect(await at.applicationsOf(job.jobId)).toHaveLength(1)
})

it('keeps one application when eight of the same person arrive together', async () => {
  const job = await at.newJob()
  const name = someone()
  const results = await Promise.all(Array.from({ length: 8 }, () => at.applyAs(job.slug, name)))
  expect(results.map(codeOf)).toEqual(Array(8).fill('ok'))
  expect(await at.applicationsOf(job.jobId)).toHaveLength(1)
})

it('takes one request once, however often it is sent', async () => {
  const job = await at.newJob()
  const input = { postingSlug: job.slug, name: someone(), email: 'once@mail.example' }
  const sent = await Promise.all(
    Array.from({ length: 4 }, () => at.kernel.run(apply, input, { actor: visitor, requestId: 'form-1' })),
  )
  for (const one of sent) expect(one).toEqual(sent[0])
  expect(await at.applicationsOf(job.jobId)).toHaveLength(1)
})

it('has no place for the id of an existing file, candidate or application', async () => {
  const job = await at.newJob()
  for (const extra of [{ resumeFileId: 'x' }, { candidateId: 'x' }, { applicationId: 'x' }, { stageId: 'x' }])
    expect(codeOf(await at.applyAs(job.slug, someone(), extra))).toBe('bad-input')
})

it('names each field to put right, and knows no wrong answer', async () => {
  const job = await at.newJob({
    post: {
      body: 'x',
      locations: [{ country: 'NL' }],
      publish: true,
      form: {
        phone: 'needed',
        questions: [
          { id: 'lift', kind: 'yes-no', label: 'Can you work nights?', required: true },
          { id: 'years', kind: 'number', label: 'Years with robots', min: 0 },
        ],
      },
    },
  })
  const refused = await at.applyAs(job.slug, someone(), { answers: [{ questionId: 'years', value: 'many' }] })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-input' } })
  if (!refused.ok)
    expect((refused.refusal.details as { field: string }[]).map((one) => one.field)).toEqual([
      'phone',
      'lift',
      'years',
    ])
  const taken = await at.applyAs(job.slug, someone(), {
    phone: '+31 10 1234567',
    answers: [
      { questionId: 'lift', value: 'no' },
      { questionId: 'years', value: '0' },
    ],
  })
  expect(codeOf(taken)).toBe('ok')
  expect((await at.applicationsOf(job.jobId))[0]!.state).toBe('active')
})

it('limits how often one address sends, and lets it again after the window', async () => {
  const job = await at.newJob()
  const codes = []
  for (let n = 0; n < 32; n++)
    codes.push(codeOf(await at.applyAs(job.slug, someone(), { from: '203.0.113.7' })))
  expect(codes.slice(0, 30)).toEqual(Array(30).fill('ok'))
  expect(codes.slice(30)).toEqual(['too-many', 'too-many'])
  const before = at.test.now()
  at.test.setNow('2026-11-21T12:11:00.000Z')
  expect(codeOf(await at.applyAs(job.slug, someone(), { from: '203.0.113.7' }))).toBe('ok')
  at.test.setNow(before)
})

it('keeps the answers as asked when the form is edited afterwards', async () => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone()))
  const live = given(await at.kernel.ask(posting, { slug: job.slug }, { actor: visitor }))
  expect(live).toMatchObject({ state: 'live', version: 1 })
})

it('knows no job at an address that never was', async () => {
  expect(codeOf(await at.applyAs('no-such-job', someone()))).toBe('not-found')
})

it('takes no address of a page for a name, which our mails would make a link of', async () => {
  const job = await at.newJob()
  for (const name of ['Go to https://evil.example now', 'WWW.evil.example'])
    expect(codeOf(await at.applyAs(job.slug, name, { email: 'victim@mail.example' }))).toBe('bad-input')
  expect(await at.applicationsOf(job.jobId)).toEqual([])
})
