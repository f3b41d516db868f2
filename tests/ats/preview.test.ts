import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { decisionPreview } from '../../src/ats/applications/decision-preview.ts'
import { hireApplication } from '../../src/ats/applications/hire-application.ts'
import { funnelRows } from '../../src/ats/board/funnel.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const jobWith = async (count: number, more: object = {}) => {
  const made = await at.newJob(more)
  const names = Array.from({ length: count }, someone)
  for (const name of names) given(await at.applyAs(made.slug, name))
  return { ...made, names, ids: (await at.applicationsOf(made.jobId)).map((one) => one.id) }
}
const foreign = { team: [{ userId: people.maren.id, role: 'recruiter', leads: true }] }

it('says before a rejection who gets which letter when, and who is left out and why, changing nothing', async () => {
  const { ids, jobId } = await jobWith(3)
  given(await at.kernel.run(hireApplication, { applicationId: ids[2]! }, { actor: at.cast.maren }))
  const said = given(
    await at.kernel.ask(
      decisionPreview,
      { applicationIds: ids, act: { kind: 'reject', reasonCode: 'must-not-shown' } },
      { actor: at.cast.maren },
    ),
  )
  // Saturday; Monday 09:00 in Rotterdam.
  expect(said).toMatchObject({
    will: 2,
    mail: { count: 2, sendAfter: '2026-11-23T08:00:00.000Z', without: [] },
  })
  expect(said.skipped.map((one) => one.applicationId)).toEqual([ids[2]])
  expect((await at.applicationsOf(jobId)).map((one) => one.state).sort()).toEqual([
    'active',
    'active',
    'hired',
  ])
  const silent = given(
    await at.kernel.ask(
      decisionPreview,
      { applicationIds: ids, act: { kind: 'reject', reasonCode: 'must-not-shown', silent: true } },
      { actor: at.cast.maren },
    ),
  )
  expect(silent.mail).toBeNull()
})

it('leaves out of a preview whoever is not in sight, without their name', async () => {
  const { ids } = await jobWith(1, foreign)
  const said = given(
    await at.kernel.ask(
      decisionPreview,
      { applicationIds: ids, act: { kind: 'advance', mail: true } },
      { actor: at.cast.tomas },
    ),
  )
  expect(said.will).toBe(0)
  expect(said.skipped).toEqual([
    { applicationId: ids[0], name: null, says: 'There is no such application, or it is not yours to see.' },
  ])
})

it('shows the people behind a figure of the funnel by name, and none of a job out of sight', async () => {
  const { jobId, ids, names } = await jobWith(3)
  given(
    await at.kernel.run(advanceApplications, { applicationIds: ids.slice(0, 2) }, { actor: at.cast.maren }),
  )
  const rowsAt = async (rank: number) =>
    given(await at.kernel.ask(funnelRows, { jobId, rank }, { actor: at.cast.maren })).rows
  expect((await rowsAt(0)).map((row) => row.name).sort()).toEqual([...names].sort())
  expect((await rowsAt(1)).map((row) => [row.applicationId, row.stageName]).sort()).toEqual(
    ids
      .slice(0, 2)
      .map((id) => [id, 'First talk'])
      .sort(),
  )
  expect(await rowsAt(4)).toEqual([])
  const other = await jobWith(1, foreign)
  expect(
    codeOf(await at.kernel.ask(funnelRows, { jobId: other.jobId, rank: 0 }, { actor: at.cast.tomas })),
  ).toBe('not-found')
})
