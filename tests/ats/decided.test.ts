import { afterAll, beforeAll, expect, it } from 'vitest'
import { hireApplication } from '../../src/ats/applications/hire-application.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { undoDecisions } from '../../src/ats/applications/undo-decisions.ts'
import { withdrawApplications } from '../../src/ats/applications/withdraw-application.ts'
import { board } from '../../src/ats/board/board.ts'
import { decided } from '../../src/ats/board/decided.ts'
import type { JobId } from '../../src/kernel/model/id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const jobWith = async (count: number) => {
  const made = await at.newJob({})
  for (let n = 0; n < count; n++) given(await at.applyAs(made.slug, someone()))
  return { ...made, ids: (await at.applicationsOf(made.jobId)).map((one) => one.id) }
}
const reject = async (applicationIds: readonly string[]) =>
  given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: applicationIds as never, reasonCode: 'conditions' },
      { actor: at.cast.maren },
    ),
  )
const listed = async (jobId: JobId, more: object = {}) =>
  given(await at.kernel.ask(decided, { jobId, ...more }, { actor: at.cast.maren }))
const letterLeft = (applicationId: string) =>
  sql`update messaging.message set state = 'sent', sent_at = now() where application_id = ${applicationId}`.execute(
    at.test.database.write,
  )

it('lists who was decided on, newest first, with reason, side, by whom and where the mail stands', async () => {
  const { jobId, ids } = await jobWith(4)
  await reject([ids[0]!])
  given(
    await at.kernel.run(
      withdrawApplications,
      { applicationIds: [ids[1]!], reasonCode: 'withdrew-pay' },
      { actor: at.cast.maren },
    ),
  )
  given(await at.kernel.run(hireApplication, { applicationId: ids[2]! }, { actor: at.cast.maren }))
  await sql`update ats.application set closed_at = closed_at + case id when ${ids[0]!}::uuid then interval '1 minute'
    when ${ids[1]!}::uuid then interval '2 minutes' else interval '3 minutes' end where job_id = ${jobId} and state <> 'active'`.execute(
    at.test.database.write,
  )
  const all = await listed(jobId)
  expect(all.count).toBe(3)
  expect(all.rows.map((row) => [row.applicationId, row.state])).toEqual([
    [ids[2], 'hired'],
    [ids[1], 'withdrawn'],
    [ids[0], 'rejected'],
  ])
  expect(all.rows[2]).toMatchObject({
    reason: expect.stringMatching(/\w/),
    decidedBy: { name: 'Maren Osei' },
    mail: { state: 'waiting', sendAfter: '2026-11-23T08:00:00.000Z' },
    stays: null,
  })
  expect(all.rows[0]!.side).toBeNull()
  const shown = given(await at.kernel.ask(board, { jobId }, { actor: at.cast.maren }))
  expect(shown.choices).toMatchObject({ all: 1, decided: 3 })
  const paged: string[] = []
  let after: { decidedAt: string; applicationId: string } | undefined
  do {
    const page = await listed(jobId, { limit: 2, after })
    paged.push(...page.rows.map((row) => row.applicationId))
    after = page.after ?? undefined
  } while (after)
  expect(paged).toEqual([ids[2], ids[1], ids[0]])
})

it('says of each whether it can be taken back, and undoes the rest when asked to leave those out', async () => {
  const { jobId, ids } = await jobWith(3)
  const { done } = await reject(ids)
  const decisionIds = done.map((one) => one.decisionId)
  await letterLeft(ids[0]!)
  const stays = new Map((await listed(jobId)).rows.map((row) => [row.applicationId, row.stays]))
  expect(stays.get(ids[0]!)).toMatch(/mail has left/)
  expect(stays.get(ids[1]!)).toBeNull()
  const undo = (leaveOut: boolean) =>
    at.kernel.run(undoDecisions, { decisionIds, leaveOut }, { actor: at.cast.maren })
  expect(codeOf(await undo(false))).toBe('already-told')
  expect((await listed(jobId)).count).toBe(3)
  const answer = given(await undo(true))
  expect(answer.undone.map((one) => one.applicationId).sort()).toEqual([ids[1], ids[2]].sort())
  expect(answer.skipped).toMatchObject([{ applicationId: ids[0], code: 'already-told' }])
  expect(answer.mailsCancelled).toBe(2)
  expect((await listed(jobId)).rows.map((row) => row.applicationId)).toEqual([ids[0]])
  // The two are back already, so nothing is left to do: the whole is refused.
  expect(codeOf(await undo(true))).toBe('already-told')
})
