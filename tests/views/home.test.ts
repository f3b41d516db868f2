import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { setPromise } from '../../src/ats/applications/set-promise.ts'
import { decideOpenings, requestOpenings } from '../../src/ats/openings/request-openings.ts'
import { assignTasks, finishTasks } from '../../src/candidates/acts/assign-tasks.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import { home, sideBarCounts } from '../../src/views/home.ts'
import { given, type Scene, scene, someone } from '../ats/scene.ts'
import { people } from '../support/cast.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const duties = async (actor: Actor, kind: string) =>
  given(await at.kernel.ask(home, {}, { actor })).duties.filter((duty) => duty.kind === kind)

it('gives the recruiter the promise, the hiring manager the decision, and others nothing', async () => {
  const { jobId, slug } = await at.newJob()
  for (let n = 0; n < 2; n++) given(await at.applyAs(slug, someone()))
  const [first] = await at.applicationsOf(jobId)
  given(await at.kernel.run(advanceApplications, { applicationIds: [first!.id] }, { actor: at.cast.maren }))
  const promise = (promisedFor: string) =>
    at.kernel.run(setPromise, { applicationIds: [first!.id], promisedFor }, { actor: at.cast.maren })
  given(await promise('2026-11-24T16:00:00.000Z'))
  const ofJob = async (actor: Actor, kind: string) =>
    (await duties(actor, kind)).filter((duty) => duty.jobId === jobId)
  expect(await ofJob(at.cast.maren, 'promise')).toMatchObject([
    { id: first!.id, stageName: 'First talk', nextStage: 'Interviews', due: '2026-11-24T16:00:00.000Z' },
  ])
  expect(await ofJob(at.cast.maren, 'decide')).toEqual([])
  expect((await ofJob(at.cast.tomas, 'decide')).map((duty) => duty.id)).toEqual([first!.id])
  expect(await ofJob(at.cast.tomas, 'review')).toMatchObject([{ many: 1 }])
  expect(given(await at.kernel.ask(home, {}, { actor: at.cast.ayse })).duties).toEqual([])
  // Further away than a week it is not a duty yet.
  given(await promise('2026-12-08T16:00:00.000Z'))
  expect(await ofJob(at.cast.maren, 'promise')).toEqual([])
})

it('asks only the approver of a seat, until it is decided', async () => {
  const { jobId } = await at.newJob()
  const { openingIds } = given(
    await at.kernel.run(
      requestOpenings,
      { jobId, seats: [{ reason: 'backfill' }], approverId: people.tomas.id as never },
      { actor: at.cast.maren },
    ),
  )
  expect(await duties(at.cast.tomas, 'approve')).toMatchObject([
    { id: openingIds[0], words: 'backfill', askedBy: 'Maren Osei' },
  ])
  expect(await duties(at.cast.maren, 'approve')).toEqual([])
  given(await at.kernel.run(decideOpenings, { openingIds, approve: true }, { actor: at.cast.tomas }))
  expect(await duties(at.cast.tomas, 'approve')).toEqual([])
})

it('asks everybody who may for a seat that nobody was named for, but not whoever asks', async () => {
  const { jobId } = await at.newJob({
    team: [{ userId: people.tomas.id, role: 'hiring-manager', leads: true }],
  })
  const { openingIds } = given(
    await at.kernel.run(requestOpenings, { jobId, seats: [{}] }, { actor: at.cast.maren }),
  )
  const asked = async (actor: Actor) =>
    (await duties(actor, 'approve')).filter((duty) => duty.jobId === jobId).map((duty) => duty.id)
  expect(await asked(at.cast.tomas)).toEqual(openingIds)
  expect(await asked(at.cast.priya)).toEqual(openingIds)
  // No right, and one's own request.
  expect(await asked(at.cast.jonas)).toEqual([])
  expect(await asked(at.cast.maren)).toEqual([])
  const own = given(await at.kernel.run(requestOpenings, { jobId, seats: [{}] }, { actor: at.cast.priya }))
  expect(await asked(at.cast.priya)).toEqual(openingIds)
  expect((await asked(at.cast.tomas)).toSorted()).toEqual([...openingIds, ...own.openingIds].toSorted())
  // Nobody is asked about a job out of their sight.
  const elsewhere = await at.newJob({ team: [{ userId: people.maren.id, role: 'recruiter', leads: true }] })
  given(
    await at.kernel.run(requestOpenings, { jobId: elsewhere.jobId, seats: [{}] }, { actor: at.cast.maren }),
  )
  const jobs = async (actor: Actor) => (await duties(actor, 'approve')).map((duty) => duty.jobId)
  expect(await jobs(at.cast.tomas)).not.toContain(elsewhere.jobId)
  expect(await jobs(at.cast.priya)).toContain(elsewhere.jobId)
  given(await at.kernel.run(decideOpenings, { openingIds, approve: true }, { actor: at.cast.tomas }))
  expect(await asked(at.cast.priya)).toEqual([])
})

it('holds a task until it is done, and the side bar counts it', async () => {
  const { jobId, slug } = await at.newJob()
  given(await at.applyAs(slug, someone()))
  const [one] = await at.applicationsOf(jobId)
  const actor = at.cast.maren
  const count = async () => given(await at.kernel.ask(sideBarCounts, {}, { actor })).home
  const before = await count()
  given(
    await at.kernel.run(
      assignTasks,
      {
        candidateIds: [one!.candidateId as never],
        title: 'Ask for the permit',
        due: '2026-11-23',
        assignedTo: people.maren.id,
      },
      { actor },
    ),
  )
  const [task] = await duties(actor, 'task')
  expect(task).toMatchObject({ words: 'Ask for the permit', candidateId: one!.candidateId, askedBy: null })
  expect(await count()).toBe(before + 1)
  given(await at.kernel.run(finishTasks, { taskIds: [task!.id] }, { actor }))
  expect(await duties(actor, 'task')).toEqual([])
  expect(await count()).toBe(before)
})
