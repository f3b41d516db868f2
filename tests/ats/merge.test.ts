import { afterAll, beforeAll, expect, it } from 'vitest'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { mergePeople } from '../../src/handover/merge-people.ts'
import { undoMerge } from '../../src/handover/undo-merge.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

it('keeps one running application a job when two people turn out to be one, and gives both back', async () => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone()))
  given(await at.applyAs(job.slug, someone()))
  const [one, other] = await at.applicationsOf(job.jobId)
  const merge = () =>
    at.kernel.run(
      mergePeople,
      { survivorId: one!.candidateId, mergedIds: [other!.candidateId] },
      { actor: at.cast.priya },
    )
  expect(codeOf(await merge())).toBe('both-in-process')
  const twice = {
    applicationIds: [other!.id],
    reasonCode: 'duplicate',
    note: 'The same person twice; they hear from us on the other one.',
    tell: { by: 'silence' as const },
  }
  given(await at.kernel.run(rejectApplications, twice, { actor: at.cast.maren }))
  const before = await at.applicationsOf(job.jobId)
  const { mergeIds } = given(await merge())
  expect((await at.applicationsOf(job.jobId)).map((row) => [row.candidateId, row.state])).toEqual([
    [one!.candidateId, 'active'],
    [one!.candidateId, 'closed'],
  ])
  given(await at.kernel.run(undoMerge, { mergeId: mergeIds[0]! }, { actor: at.cast.priya }))
  expect(await at.applicationsOf(job.jobId)).toEqual(before)
})
