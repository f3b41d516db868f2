import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { evidenceFor } from '../../src/ats/model/evidence.ts'
import {
  keepReviewing,
  releaseFromReview,
  reviewQueue,
  reviewStanding,
  takeForReview,
} from '../../src/ats/review/review-queue.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const jobWith = async (count: number) => {
  const job = await at.newJob()
  for (let n = 0; n < count; n++) given(await at.applyAs(job.slug, someone()))
  return job
}
const idsOf = (taken: { items: readonly { applicationId: string }[] }) =>
  taken.items.map((item) => item.applicationId)

it('never gives two reviewers the same application, however they ask', async () => {
  const { jobId } = await jobWith(12)
  const take = (actor: typeof at.cast.maren, passed: string[] = []) =>
    at.kernel.run(takeForReview, { jobId, count: 2, passed }, { actor }).then(given)
  const rounds = await Promise.all([take(at.cast.maren), take(at.cast.tomas), take(at.cast.priya)])
  const all = rounds.flatMap(idsOf)
  expect(all).toHaveLength(6)
  expect(new Set(all).size).toBe(6)
  // Asked again, each gets their own unfinished ones first.
  expect(idsOf(await take(at.cast.maren)).sort()).toEqual(idsOf(rounds[0]).sort())
  const passed = idsOf(rounds[0])
  const next = idsOf(await take(at.cast.maren, passed))
  expect(next).toHaveLength(2)
  expect(all).not.toContain(next[0])
})

it('gives an application to the next reviewer once its time is over, unless it is kept', async () => {
  const { jobId } = await jobWith(1)
  const before = at.test.now()
  const take = (actor: typeof at.cast.maren) => at.kernel.run(takeForReview, { jobId }, { actor }).then(given)
  const [mine] = idsOf(await take(at.cast.maren))
  expect(idsOf(await take(at.cast.tomas))).toEqual([])
  at.test.setNow('2026-11-21T12:08:00.000Z')
  given(await at.kernel.run(keepReviewing, { applicationIds: [mine!] }, { actor: at.cast.maren }))
  at.test.setNow('2026-11-21T12:15:00.000Z')
  expect(idsOf(await take(at.cast.tomas))).toEqual([])
  at.test.setNow('2026-11-21T12:19:00.000Z')
  expect(idsOf(await take(at.cast.tomas))).toEqual([mine])
  expect(
    codeOf(await at.kernel.run(keepReviewing, { applicationIds: [mine!] }, { actor: at.cast.maren })),
  ).toBe('lease-lost')
  at.test.setNow(before)
})

it('gives back what is released, and counts what waits', async () => {
  const { jobId } = await jobWith(3)
  const taken = given(await at.kernel.run(takeForReview, { jobId, count: 2 }, { actor: at.cast.maren }))
  expect(taken).toMatchObject({ waiting: 3, withOthers: 0 })
  expect(given(await at.kernel.ask(reviewQueue, { jobId }, { actor: at.cast.tomas }))).toMatchObject({
    waiting: 3,
    withOthers: 2,
  })
  given(await at.kernel.run(releaseFromReview, {}, { actor: at.cast.maren }))
  expect(given(await at.kernel.ask(reviewQueue, { jobId }, { actor: at.cast.tomas }))).toMatchObject({
    withOthers: 0,
  })
  given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: idsOf(taken), reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
  expect(given(await at.kernel.ask(reviewQueue, { jobId }, { actor: at.cast.tomas }))).toMatchObject({
    waiting: 1,
  })
})

it('shows the evidence for each criterion with the words it found', async () => {
  const { jobId } = await jobWith(1)
  const [item] = given(await at.kernel.run(takeForReview, { jobId }, { actor: at.cast.maren })).items
  expect(item!.evidence).toMatchObject([
    { attributeId: 'ros', must: true, verdict: 'met' },
    { attributeId: 'dutch', must: false, verdict: 'not-shown', quotes: [] },
  ])
  const [quote] = item!.evidence[0]!.quotes
  expect(quote!.text.slice(quote!.from, quote!.to)).toMatch(/^ROS/)
})

const rosAndDutch = [
  { id: 'ros', says: 'ROS', must: true, words: ['ROS'], against: [] },
  { id: 'cpp', says: 'C++', must: true, words: ['C++'], against: [] },
  { id: 'permit', says: 'May work here', must: true, words: ['EU citizen'], against: ['need a visa'] },
]
it.each([
  ['Built with ROS and C++. EU citizen.', ['met', 'met', 'met']],
  ['Microsoft, C and prose', ['not-shown', 'not-shown', 'not-shown']],
  [
    'No experience with ROS. I need a visa, though an EU citizen by marriage soon.',
    ['not-shown', 'not-shown', 'contradicted'],
  ],
  ['rös, ROS.', ['met', 'not-shown', 'not-shown']],
  ['𝕳𝖊𝖑𝖑𝖔 😀 ROS', ['met', 'not-shown', 'not-shown']],
])('reads “%s” as %j, the same every time', (text, verdicts) => {
  const first = evidenceFor(rosAndDutch, text, [])
  expect(first.map((one) => one.verdict)).toEqual(verdicts)
  expect(evidenceFor(rosAndDutch, text, [])).toEqual(first)
  for (const { quotes } of first) for (const quote of quotes) expect(text).toContain(quote.text)
})

it('quotes the line that a find stands in, once, with the longest of what was sought', () => {
  const servo = [
    {
      id: 's',
      says: 'Tuned servo loops',
      must: true,
      words: ['loops', 'position loops', 'EtherCAT'],
      against: [],
    },
  ]
  const text =
    'Drones, Engineer 2024 - now\n- Tuned position loops on twelve joints\nSkills\nCANopen, EtherCAT'
  const [found] = evidenceFor(servo as never, text, [])
  expect(found!.quotes.map((quote) => quote.text)).toEqual([
    'Tuned position loops on twelve joints',
    'CANopen, EtherCAT',
  ])
  expect(found!.quotes.map((quote) => quote.text.slice(quote.from, quote.to))).toEqual([
    'position loops',
    'EtherCAT',
  ])
})

it('refuses a decision on what somebody else reads or has decided on by now, and says who', async () => {
  const job = await jobWith(2)
  const before = at.test.now()
  const take = (actor: typeof at.cast.maren) =>
    at.kernel.run(takeForReview, { jobId: job.jobId, count: 2 }, { actor }).then(given)
  const [lost, free] = (await take(at.cast.maren)).items
  const decideOn = (item: typeof lost, actor: typeof at.cast.maren) =>
    at.kernel.run(
      advanceApplications,
      { applicationIds: [item!.applicationId], readIn: item!.stageId as never },
      { actor },
    )
  const standing = async () =>
    given(
      await at.kernel.ask(
        reviewStanding,
        { applicationId: lost!.applicationId, readIn: lost!.stageId as never },
        { actor: at.cast.maren },
      ),
    ).lost?.says
  expect(await standing()).toBeUndefined()
  at.test.setNow('2026-11-21T12:11:00.000Z')
  await take(at.cast.tomas)
  expect(await standing()).toBe(`${people.tomas.name} reads this one now.`)
  const whileRead = await decideOn(lost, at.cast.maren)
  expect(whileRead).toMatchObject({
    ok: false,
    refusal: { code: 'lease-lost', says: `${people.tomas.name} reads this one now.` },
  })
  given(await decideOn(lost, at.cast.tomas))
  expect(await standing()).toBe(`${people.tomas.name} advanced this one meanwhile.`)
  expect(await decideOn(lost, at.cast.maren)).toMatchObject({
    ok: false,
    refusal: { code: 'lease-lost', says: `${people.tomas.name} advanced this one meanwhile.` },
  })
  // A time that ran out alone takes nothing away.
  at.test.setNow('2026-11-21T12:30:00.000Z')
  given(await decideOn(free, at.cast.maren))
  at.test.setNow(before)
})
