import { afterAll, beforeAll, expect, it } from 'vitest'
import { advanceApplications } from '../../src/ats/applications/advance-applications.ts'
import { apply } from '../../src/ats/applications/apply.ts'
import { markMissedPromises } from '../../src/ats/applications/keep-promises.ts'
import { noteMailsSent } from '../../src/ats/applications/note-mail.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { requestOpenings } from '../../src/ats/openings/request-openings.ts'
import { openPostings, posting } from '../../src/ats/postings/open-postings.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import type { ApplicationId, JobId } from '../../src/kernel/model/id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { type PublicSite, publicSite } from '../support/public-site.ts'

let at: PublicSite
beforeAll(async () => {
  at = await publicSite()
})
afterAll(() => at.closeAll())

const given = <V>(result: { ok: true; value: V } | { ok: false; refusal: { says: string } }): V => {
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}
const page = async (path: string) => (await at.get(path)).text()
const figuresOf = async (slug: string) => {
  const found = given(await at.kernel.ask(posting, { slug }, { actor: visitor }))
  if (found.state !== 'live') throw new Error('The posting is closed.')
  return found.figures
}
const firstNames = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Eun', 'Femke', 'Goran', 'Hanne']
const peopleApply = async (job: { slug: string; jobId: JobId }, count: number): Promise<ApplicationId[]> => {
  for (let n = 0; n < count; n++)
    given(
      await at.kernel.run(
        apply,
        {
          postingSlug: job.slug,
          name: `${firstNames[n]} ${job.slug.slice(-3)}berg`,
          email: `${firstNames[n]!.toLowerCase()}.${job.slug}@mail.example`.replace(/-/g, ''),
          links: ['https://example.org/me'],
          answers: [{ questionId: 'travel', value: true }],
        },
        { actor: visitor },
      ),
    )
  return (
    await at.rows(
      sql<{
        id: ApplicationId
      }>`select id from ats.application where job_id = ${job.jobId} order by applied_at, id`,
    )
  ).map((row) => row.id)
}

const withoutFiles = { form: { resume: 'optional', questions: [] } }

it('names who decides and who reads, as the job’s team is set', async () => {
  const { slug } = await at.newJob()
  const shown = await page(`/careers/jobs/${slug}`)
  expect(shown).toMatch(
    /Who decides[\s\S]*Tomás Echeverría[\s\S]*decides[\s\S]*Maren Osei[\s\S]*your contact/,
  )
  expect(shown).toContain('Maren Osei reads it and you hear from us within 5 working days')
  expect(await page(`/careers/jobs/${slug}/apply`)).toContain('Read by Maren Osei, Tomás Echeverría.')
})

it('says no number of seats where none are kept, and the approved ones where they are', async () => {
  const job = await at.newJob()
  expect(await page(`/careers/jobs/${job.slug}`)).not.toMatch(/one seat|totalJobOpenings/i)
  given(
    await at.kernel.run(requestOpenings, { jobId: job.jobId, seats: [{}, {}, {}] }, { actor: at.cast.maren }),
  )
  await sql`update ats.opening set state = 'open' where id in
    (select id from ats.opening where job_id = ${job.jobId} limit 2)`.execute(at.database.write)
  const shown = await page(`/careers/jobs/${job.slug}`)
  expect(shown).toContain('2 seats')
  expect(shown).toContain('"totalJobOpenings":2')
})

it('counts nothing in public until five people applied', async () => {
  const job = await at.newJob({}, withoutFiles)
  await peopleApply(job, 4)
  expect(await page(`/careers/jobs/${job.slug}`)).not.toContain('counted, not written')
})

it('counts who applied, who had an answer, and which promised dates were kept, by when the word left', async () => {
  const start = at.now()
  const job = await at.newJob({}, withoutFiles)
  const [one, two, three, four, five, six] = await peopleApply(job, 6)
  expect(await figuresOf(job.slug)).toMatchObject({ applied: 6, answered: 0, promisesDue: 0 })
  const actor = at.cast.maren
  const told = (applicationIds: readonly (ApplicationId | undefined)[], moment: string) =>
    at.kernel
      .as('test')
      .run(noteMailsSent, { sent: applicationIds.map((id) => ({ applicationId: id!, at: moment })) })
  at.setNow('2026-11-24T10:00:00.000Z')
  given(await at.kernel.run(advanceApplications, { applicationIds: [one], mail: true }, { actor }))
  given(
    await at.kernel.run(
      rejectApplications,
      { applicationIds: [two, three, four], reasonCode: 'less-experience' },
      { actor },
    ),
  )
  expect(await figuresOf(job.slug)).toMatchObject({ answered: 0, promisesDue: 0 })
  await told([one, two, three], '2026-11-24T10:10:00.000Z')
  expect(await figuresOf(job.slug)).toMatchObject({ answered: 3, promisesKept: 3, promisesDue: 3 })
  at.setNow('2026-11-28T10:00:00.000Z')
  // The no of four was decided in time but left late; five and six wait in silence; one was promised a later day.
  await told([four], '2026-11-28T09:00:00.000Z')
  const late = { applied: 6, answered: 4, promisesKept: 3, promisesDue: 6 }
  expect(await figuresOf(job.slug)).toMatchObject(late)
  given(await at.kernel.as('test').run(markMissedPromises, {}))
  expect(await figuresOf(job.slug)).toMatchObject(late)
  given(await at.kernel.run(advanceApplications, { applicationIds: [five, six] }, { actor }))
  expect(await figuresOf(job.slug)).toMatchObject({ ...late, answered: 6, slowestAnswerDays: 7 })
  const shown = await page(`/careers/jobs/${job.slug}`)
  expect(shown).toContain('6 people applied, all had an answer within 7 days')
  expect(shown).toContain('3 of 6 promised dates were kept. This line is counted, not written.')
  at.setNow(start)
})

it('ends the last day to apply by the job’s office, on the list, the page and the form alike', async () => {
  await sql`update accounts.organisation set time_zone = 'Pacific/Auckland'`.execute(at.database.write)
  const start = at.now()
  const job = await at.newJob({}, { applyUntil: '2026-11-22', ...withoutFiles })
  const listed = async () =>
    given(await at.kernel.ask(openPostings, {}, { actor: visitor })).postings.some(
      (one) => one.slug === job.slug,
    )
  // In Auckland it is the 23rd already, in Rotterdam not.
  at.setNow('2026-11-22T22:30:00.000Z')
  expect([await listed(), (await at.get(`/careers/jobs/${job.slug}`)).status]).toEqual([true, 200])
  expect(await page(`/careers/jobs/${job.slug}`)).toContain('"validThrough":"2026-11-22T22:59:59.000Z"')
  await peopleApply(job, 1)
  at.setNow('2026-11-22T23:00:00.000Z')
  expect([await listed(), (await at.get(`/careers/jobs/${job.slug}`)).status]).toEqual([false, 410])
  await expect(peopleApply(job, 1)).rejects.toThrow('no longer takes')
  at.setNow(start)
})
