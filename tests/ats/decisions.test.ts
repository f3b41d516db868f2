import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications, moveToStage } from '../../src/ats/applications/advance-applications.ts'
import { hireApplication } from '../../src/ats/applications/hire-application.ts'
import { holdApplications } from '../../src/ats/applications/hold-applications.ts'
import { markMissedPromises, wakeHeldApplications } from '../../src/ats/applications/keep-promises.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { setPromise } from '../../src/ats/applications/set-promise.ts'
import { transferApplications } from '../../src/ats/applications/transfer-applications.ts'
import { undoDecisions, undoOwnWithdrawal } from '../../src/ats/applications/undo-decisions.ts'
import {
  withdrawApplications,
  withdrawOwnApplication,
} from '../../src/ats/applications/withdraw-application.ts'
import { closeJob, openJob, putJobOnHold } from '../../src/ats/jobs/change-state.ts'
import { decideOpenings, requestOpenings } from '../../src/ats/openings/request-openings.ts'
import { posting } from '../../src/ats/postings/open-postings.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import type { JobId } from '../../src/kernel/model/id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const jobWith = async (count: number, more: object = {}) => {
  const job = await at.newJob(more)
  for (let n = 0; n < count; n++) given(await at.applyAs(job.slug, someone()))
  return { ...job, ids: (await at.applicationsOf(job.jobId)).map((one) => one.id) }
}
const stateOf = async (jobId: JobId) => (await at.applicationsOf(jobId)).map((one) => one.state)
const factOf = async (name: string, applicationId: string) =>
  (await at.factsNamed(name)).filter((fact) => fact.about.applicationId === applicationId)

it('advances to the next stage: a fact with who, from where, on which posting version', async () => {
  const { ids } = await jobWith(1)
  given(await at.kernel.run(advanceApplications, { applicationIds: ids }, { actor: at.cast.maren }))
  const [fact] = await factOf('application.advanced', ids[0]!)
  expect(fact).toMatchObject({
    actorKind: 'user',
    actorId: people.maren.id,
    particulars: { postingVersion: 1 },
  })
  expect(fact!.particulars.stageId).not.toBe(fact!.particulars.fromStageId)
})

it('rejects for a typed reason with a side, by a mail that waits for the next working morning', async () => {
  const { ids, jobId } = await jobWith(1)
  const said = given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: ids, reasonCode: 'must-not-shown', note: 'No ROS anywhere.' },
      { actor: at.cast.tomas },
    ),
  )
  // Decided on Saturday; Monday 09:00 in Rotterdam.
  expect(said.done[0]!.mail).toMatchObject({ state: 'waiting', sendAfter: '2026-11-23T08:00:00.000Z' })
  expect(await at.applicationsOf(jobId)).toMatchObject([{ state: 'rejected', reasonCode: 'must-not-shown' }])
  const [fact] = await factOf('application.rejected', ids[0]!)
  expect(fact).toMatchObject({
    actorId: people.tomas.id,
    particulars: {
      reason: 'must-not-shown',
      side: 'us',
      postingVersion: 1,
      mail: 'rejection-after-review',
      noted: true,
    },
  })
  expect(JSON.stringify(fact)).not.toContain('ROS')
})

it('refuses silence without a note, a reason of the candidate’s, and a reason that is none', async () => {
  const { ids } = await jobWith(1)
  const no = (input: object) =>
    at.kernel
      .run(rejectApplications, { applicationIds: ids, ...input }, { actor: at.cast.maren })
      .then(codeOf)
  expect(await no({ reasonCode: 'must-not-shown', tell: { by: 'silence' } })).toBe('note-needed')
  expect(await no({ reasonCode: 'withdrew-pay' })).toBe('wrong-side')
  expect(await no({ reasonCode: 'because' })).toBe('no-such-reason')
})

it('takes a rejection back exactly, with its mail, and once only', async () => {
  const { ids, jobId } = await jobWith(3)
  const before = await at.applicationsOf(jobId)
  const said = given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: ids, reasonCode: 'less-experience' },
      { actor: at.cast.maren },
    ),
  )
  const decisionIds = said.done.map((one) => one.decisionId)
  const undone = given(await at.kernel.run(undoDecisions, { decisionIds }, { actor: at.cast.maren }))
  expect(undone).toMatchObject({ mailsCancelled: 3 })
  expect(await at.applicationsOf(jobId)).toEqual(before)
  expect(codeOf(await at.kernel.run(undoDecisions, { decisionIds }, { actor: at.cast.maren }))).toBe(
    'not-found',
  )
  expect(await factOf('application.decision-undone', ids[0]!)).toHaveLength(1)
})

it('does not undo a no whose mail has left already', async () => {
  const { ids, jobId } = await jobWith(2)
  const said = given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: ids, reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
  await sql`update messaging.message set state = 'sent', sent_at = now() where application_id = ${ids[0]} and template_key like 'rejection%'`.execute(
    at.test.database.write,
  )
  const undo = (decisionIds: string[]) =>
    at.kernel.run(undoDecisions, { decisionIds }, { actor: at.cast.maren }).then(codeOf)
  expect(await undo(said.done.map((one) => one.decisionId))).toBe('already-told')
  expect(await stateOf(jobId)).toEqual(['rejected', 'rejected'])
  const untold = said.done.find((one) => one.applicationId === ids[1])!
  expect(await undo([untold.decisionId])).toBe('ok')
  expect((await stateOf(jobId)).sort()).toEqual(['active', 'rejected'])
})

it('does not undo a decision on which another was built, nor past a new application', async () => {
  const { ids, slug } = await jobWith(1)
  const run = (command: typeof advanceApplications) =>
    at.kernel.run(command, { applicationIds: ids }, { actor: at.cast.maren })
  const first = given(await run(advanceApplications))
  given(await run(advanceApplications))
  expect(
    codeOf(
      await at.kernel.run(
        undoDecisions,
        { decisionIds: [first.done[0]!.decisionId] },
        { actor: at.cast.maren },
      ),
    ),
  ).toBe('decided-since')
  const name = someone()
  given(await at.applyAs(slug, name))
  const jobs = await at.factsNamed('application.received')
  const mine = jobs.at(-1)!.about.applicationId!
  const no = given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: [mine], reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
  given(await at.applyAs(slug, name))
  expect(
    codeOf(
      await at.kernel.run(undoDecisions, { decisionIds: [no.done[0]!.decisionId] }, { actor: at.cast.maren }),
    ),
  ).toBe('applied-again')
})

it('decides on the rest and says why for each that it left out', async () => {
  const { ids } = await jobWith(3)
  given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: [ids[0]!], reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
  const said = given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: [...ids, '0192a000-0000-7000-8000-00000000dead'], reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
  expect(said.done).toHaveLength(2)
  expect(said.skipped.map((one) => one.code)).toEqual(['not-active', 'not-found'])
})

it('lets only one of a rejection and a withdrawal win, and records only that one', async () => {
  for (let round = 0; round < 5; round++) {
    const { ids, jobId } = await jobWith(1)
    const [one] = await at.applicationsOf(jobId)
    const results = await Promise.all([
      at.kernel.run(
        rejectApplications,
        { applicationIds: ids, reasonCode: 'conditions' },
        { actor: at.cast.maren },
      ),
      at.kernel.run(
        withdrawOwnApplication,
        { applicationId: ids[0]! },
        { actor: { kind: 'candidate', id: one!.candidateId as never } },
      ),
    ])
    expect(results.map(codeOf).sort()).toEqual(['not-active', 'ok'])
    const ends = [
      ...(await factOf('application.rejected', ids[0]!)),
      ...(await factOf('application.withdrawn', ids[0]!)),
    ]
    expect(ends).toHaveLength(1)
  }
})

it('lets a candidate withdraw only their own, and take it back', async () => {
  const { ids, jobId } = await jobWith(2)
  const [mine, other] = await at.applicationsOf(jobId)
  const actor = { kind: 'candidate' as const, id: mine!.candidateId as never }
  expect(codeOf(await at.kernel.run(withdrawOwnApplication, { applicationId: other!.id }, { actor }))).toBe(
    'not-found',
  )
  given(await at.kernel.run(withdrawOwnApplication, { applicationId: mine!.id }, { actor }))
  expect((await factOf('application.withdrawn', mine!.id))[0]).toMatchObject({
    actorKind: 'candidate',
    particulars: { side: 'them', recordedByStaff: false },
  })
  given(await at.kernel.run(undoOwnWithdrawal, { applicationId: mine!.id }, { actor }))
  expect(await stateOf(jobId)).toEqual(['active', 'active'])
  given(
    await at.kernel.run(
      withdrawApplications,
      { applicationIds: [ids[1]!], reasonCode: 'withdrew-pay' },
      { actor: at.cast.jonas },
    ),
  )
  expect(
    codeOf(
      await at.kernel.run(
        undoOwnWithdrawal,
        { applicationId: ids[1]! },
        { actor: { kind: 'candidate', id: other!.candidateId as never } },
      ),
    ),
  ).toBe('not-undoable')
})

it('holds until a day and comes back on it by itself, once', async () => {
  const { ids } = await jobWith(1)
  const hold = (until: string) =>
    at.kernel.run(
      holdApplications,
      { applicationIds: ids, until, reason: 'Waits for the budget' },
      { actor: at.cast.maren },
    )
  expect(codeOf(await hold('2026-11-21'))).toBe('hold-in-past')
  given(await hold('2026-12-01'))
  const wake = () => at.kernel.as('test').run(wakeHeldApplications, {})
  expect(given(await wake())).toEqual({ woken: 0 })
  const before = at.test.now()
  at.test.setNow('2026-12-01T06:00:00.000Z')
  expect(given(await wake())).toEqual({ woken: 1 })
  expect(given(await wake())).toEqual({ woken: 0 })
  at.test.setNow(before)
})

it('marks a promise that passed once, and again only for a new day', async () => {
  const { ids } = await jobWith(1)
  const before = at.test.now()
  at.test.setNow('2026-11-28T12:00:00.000Z')
  const mark = () => at.kernel.as('test').run(markMissedPromises, {})
  await mark()
  expect(await factOf('application.promise-missed', ids[0]!)).toHaveLength(1)
  await mark()
  expect(await factOf('application.promise-missed', ids[0]!)).toHaveLength(1)
  const promise = { applicationIds: ids, promisedFor: '2026-12-02T16:00:00.000Z' }
  given(await at.kernel.run(setPromise, promise, { actor: at.cast.jonas }))
  at.test.setNow('2026-12-03T12:00:00.000Z')
  await mark()
  expect(await factOf('application.promise-missed', ids[0]!)).toHaveLength(2)
  at.test.setNow(before)
})

it('goes on with an application on another job, and takes that back whole', async () => {
  const from = await jobWith(1)
  const to = await at.newJob({ title: 'Test engineer' })
  const moved = given(
    await at.kernel.run(
      transferApplications,
      { applicationIds: from.ids, toJobId: to.jobId },
      { actor: at.cast.maren },
    ),
  )
  expect(await stateOf(from.jobId)).toEqual(['closed'])
  expect(await stateOf(to.jobId)).toEqual(['active'])
  expect(
    codeOf(
      await at.kernel.run(
        undoDecisions,
        { decisionIds: [moved.done[0]!.decisionId] },
        { actor: at.cast.maren },
      ),
    ),
  ).toBe('ok')
  expect(await stateOf(from.jobId)).toEqual(['active'])
  expect(await stateOf(to.jobId)).toEqual([])
})

it('refuses to close a job while anybody waits, with the list; closes with one decision for all', async () => {
  const { jobId, slug } = await jobWith(3)
  const refused = await at.kernel.run(closeJob, { jobId, reason: 'filled' }, { actor: at.cast.maren })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'people-unanswered', details: { count: 3 } } })
  if (!refused.ok) expect((refused.refusal.details as { people: unknown[] }).people).toHaveLength(3)
  const closed = await at.kernel.run(
    closeJob,
    { jobId, reason: 'filled', everybodyLeft: { reasonCode: 'position-filled' } },
    { actor: at.cast.maren },
  )
  expect(given(closed)).toMatchObject({ decided: 3, state: 'closed' })
  expect(await stateOf(jobId)).toEqual(['closed', 'closed', 'closed'])
  expect(
    (await at.factsNamed('application.closed')).filter((fact) => fact.about.jobId === jobId),
  ).toHaveLength(3)
  expect(given(await at.kernel.ask(posting, { slug }, { actor: visitor }))).toMatchObject({ state: 'closed' })
  expect(codeOf(await at.applyAs(slug, someone()))).toBe('gone')
})

it('pauses and reopens a job; a paused one takes no applications', async () => {
  const job = await at.newJob()
  given(await at.kernel.run(putJobOnHold, { jobId: job.jobId, reason: 'budget' }, { actor: at.cast.maren }))
  expect(codeOf(await at.applyAs(job.slug, someone()))).toBe('gone')
  given(await at.kernel.run(openJob, { jobId: job.jobId }, { actor: at.cast.maren }))
  expect(codeOf(await at.applyAs(job.slug, someone()))).toBe('ok')
})

it('fills an approved seat with the hire; nobody approves their own request', async () => {
  const { jobId, ids } = await jobWith(1)
  const asked = given(await at.kernel.run(requestOpenings, { jobId, seats: [{}] }, { actor: at.cast.tomas }))
  const approve = (actor: typeof at.cast.tomas) =>
    at.kernel.run(decideOpenings, { openingIds: asked.openingIds, approve: true }, { actor }).then(codeOf)
  expect(await approve(at.cast.tomas)).toBe('own-approval')
  expect(await approve(at.cast.priya)).toBe('ok')
  const hired = given(
    await at.kernel.run(hireApplication, { applicationId: ids[0]! }, { actor: at.cast.maren }),
  )
  expect(hired.openingId).toBe(asked.openingIds[0])
  expect(await stateOf(jobId)).toEqual(['hired'])
  given(
    await at.kernel.run(
      undoDecisions,
      { decisionIds: [hired.done[0]!.decisionId] },
      { actor: at.cast.maren },
    ),
  )
  expect(await stateOf(jobId)).toEqual(['active'])
})

it('shows and does nothing on a job of another team, to readers and writers alike', async () => {
  const job = await at.newJob({ team: [{ userId: people.maren.id, role: 'recruiter', leads: true }] })
  given(await at.applyAs(job.slug, someone()))
  const [one] = await at.applicationsOf(job.jobId)
  const { tomas } = at.cast
  const applicationIds = [one!.id]
  expect(codeOf(await at.kernel.run(advanceApplications, { applicationIds }, { actor: tomas }))).toBe(
    'not-found',
  )
  expect(
    codeOf(
      await at.kernel.run(rejectApplications, { applicationIds, reasonCode: 'conditions' }, { actor: tomas }),
    ),
  ).toBe('not-found')
  expect(
    codeOf(await at.kernel.run(requestOpenings, { jobId: job.jobId, seats: [{}] }, { actor: tomas })),
  ).toBe('not-found')
  expect(await stateOf(job.jobId)).toEqual(['active'])
})

it('moves back on the board too, but never to a stage of another job', async () => {
  const { ids, jobId } = await jobWith(1)
  const other = await jobWith(1)
  const [here] = await at.applicationsOf(jobId)
  const [there] = await at.applicationsOf(other.jobId)
  given(await at.kernel.run(advanceApplications, { applicationIds: ids }, { actor: at.cast.maren }))
  const move = (stageId: string) =>
    at.kernel.run(moveToStage, { applicationIds: ids, stageId }, { actor: at.cast.jonas }).then(codeOf)
  expect(await move(there!.stageId)).toBe('no-stage')
  expect(await move(here!.stageId)).toBe('ok')
})
