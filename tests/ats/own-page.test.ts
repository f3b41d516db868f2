import { afterAll, beforeAll, expect, it } from 'vitest'
import { awaitAnswer } from '../../src/ats/applications/await-answer.ts'
import { holdApplications } from '../../src/ats/applications/hold-applications.ts'
import { noteMailsReceived, noteMailsSent } from '../../src/ats/applications/note-mail.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { applicationDraft, saveApplicationDraft } from '../../src/ats/applications/save-draft.ts'
import { erasureRequests, settleErasure } from '../../src/ats/own-page/erasure-requests.ts'
import {
  candidateSession,
  closeCandidateSession,
  mailNewLink,
  openCandidateLink,
} from '../../src/ats/own-page/open-candidate-link.ts'
import { ownApplications } from '../../src/ats/own-page/own-applications.ts'
import { askForErasure, correctOwn, ownDownload, writeOwnMessage } from '../../src/ats/own-page/own-say.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
beforeAll(async () => {
  at = await scene()
})
afterAll(() => at.test.close())

const applied = async (more: object = {}) => {
  const job = await at.newJob()
  given(await at.applyAs(job.slug, someone(), more))
  const [row] = await at.applicationsOf(job.jobId)
  return { job, id: row!.id, actor: { kind: 'candidate' as const, id: row!.candidateId as never } }
}
const mine = async (actor: { kind: 'candidate'; id: never }) =>
  given(await at.kernel.ask(ownApplications, {}, { actor })).applications[0]!
const mails = (key: string) =>
  at.rows(sql<{ text: string; to: string; state: string }>`
    select body_text as text, to_address as "to", state from messaging.message where template_key = ${key} order by created_at`)
const tokenIn = (text: string) => /\/careers\/me\/open\/([\w-]+)/.exec(text)![1]!

it('opens the own page by the link in the confirmation mail, once, with a session that can be left', async () => {
  const { actor } = await applied({ email: 'link@mail.example' })
  const [mail] = (await mails('application-received')).filter((one) => one.to === 'link@mail.example')
  expect(mail).toMatchObject({ state: 'waiting' })
  const token = tokenIn(mail!.text)
  expect(token.length).toBeGreaterThanOrEqual(22)
  const opened = given(await at.kernel.run(openCandidateLink, { token }, { actor: visitor }))
  expect(opened.candidateId).toBe(actor.id)
  expect(codeOf(await at.kernel.run(openCandidateLink, { token }, { actor: visitor }))).toBe('not-found')
  const session = { session: opened.session }
  expect(given(await at.kernel.ask(candidateSession, session, { actor: visitor }))).toEqual({
    candidateId: actor.id,
  })
  expect(codeOf(await at.kernel.ask(candidateSession, { session: token }, { actor: visitor }))).toBe(
    'not-found',
  )
  given(await at.kernel.run(closeCandidateSession, session, { actor: visitor }))
  expect(codeOf(await at.kernel.ask(candidateSession, session, { actor: visitor }))).toBe('not-found')
  const [kept] = await at.rows(
    sql<{ n: number }>`select count(*) as n from ats.candidate_link where token_hash = ${token}`,
  )
  expect(kept!.n).toBe(0)
})

it('mails a new link with the same answer whether or not anybody applied, so often and no more', async () => {
  await applied({ email: 'again@mail.example' })
  const ask = (email: string) => at.kernel.run(mailNewLink, { email }, { actor: visitor })
  expect(await ask('again@mail.example')).toEqual(await ask('nobody@mail.example'))
  expect((await mails('own-page-link')).map((mail) => mail.to)).toEqual(['again@mail.example'])
  for (let n = 0; n < 4; n++) await ask('again@mail.example')
  expect(codeOf(await ask('again@mail.example'))).toBe('too-many')
})

it('tells the truth at each step, but a no only once its mail has left', async () => {
  const { id, actor } = await applied()
  expect((await mine(actor)).standing).toMatchObject({
    kind: 'our-turn',
    by: '2026-11-27T16:00:00.000Z',
    late: false,
  })
  expect((await mine(actor)).steps.map((step) => step.state)).toEqual(['now', 'next', 'next', 'next', 'next'])
  expect((await mine(actor)).contact).toMatchObject({ name: 'Maren Osei' })
  const applicationIds = [id]
  given(await at.kernel.run(awaitAnswer, { applicationIds, what: 'Choose a time' }, { actor: at.cast.jonas }))
  expect((await mine(actor)).standing).toMatchObject({ kind: 'your-turn', what: 'Choose a time' })
  given(await at.kernel.as('test').run(noteMailsReceived, { applicationIds: [id] }))
  expect((await mine(actor)).standing).toMatchObject({ kind: 'our-turn' })
  const held = { applicationIds, until: '2026-12-01', reason: 'A secret of ours' }
  given(await at.kernel.run(holdApplications, held, { actor: at.cast.maren }))
  expect((await mine(actor)).standing).toEqual({ kind: 'on-hold', until: '2026-12-01' })
  expect(JSON.stringify(await mine(actor))).not.toContain('secret')
  const no = { applicationIds, reasonCode: 'less-experience', note: 'Not for their eyes' }
  given(await at.kernel.run(rejectApplications, no, { actor: at.cast.maren }))
  expect((await mine(actor)).standing).toEqual({ kind: 'on-hold', until: '2026-12-01' })
  await sql`update messaging.message set state = 'sent', sent_at = now() where application_id = ${id} and template_key like 'rejection%'`.execute(
    at.test.database.write,
  )
  expect((await mine(actor)).standing).toMatchObject({ kind: 'out', side: 'rejected' })
  expect((await mine(actor)).steps[0]!.state).toBe('ended')
  const all = JSON.stringify(given(await at.kernel.ask(ownDownload, {}, { actor })))
  expect(all).not.toContain('their eyes')
})

it('keeps the last word where it is when an older mail is told late', async () => {
  const { id } = await applied()
  const note = (moment: string) =>
    at.kernel
      .as('test')
      .run(noteMailsSent, { sent: [{ applicationId: id, at: moment }] })
      .then(given)
  expect(await note('2026-11-22T10:00:00.000Z')).toEqual({ noted: 1 })
  expect(await note('2026-11-22T10:00:00.000Z')).toEqual({ noted: 0 })
  expect(await note('2026-11-21T10:00:00.000Z')).toEqual({ noted: 0 })
})

it('lets a candidate write, correct, download and ask for erasure, on their own record only', async () => {
  const { id, actor } = await applied({ phone: '+31 10 7654321' })
  const other = await applied()
  const write = (applicationId: string) =>
    at.kernel.run(writeOwnMessage, { applicationId, text: 'May I start in March?' }, { actor })
  expect(codeOf(await write(other.id))).toBe('not-found')
  given(await write(id))
  expect(given(await at.kernel.ask(ownApplications, {}, { actor })).messages).toMatchObject([
    { direction: 'in', text: 'May I start in March?' },
  ])
  given(await at.kernel.run(correctOwn, { email: 'new.address@mail.example', town: 'Utrecht' }, { actor }))
  const all = given(await at.kernel.ask(ownDownload, {}, { actor }))
  expect(all.resume).toMatchObject({
    basics: { email: 'new.address@mail.example', phone: expect.stringContaining('7654321') },
  })
  expect(all.applications[0]!.answers).toHaveLength(1)
  given(await at.kernel.run(askForErasure, {}, { actor }))
  given(await at.kernel.run(askForErasure, {}, { actor }))
  expect(
    (await at.factsNamed('erasure.requested')).filter((fact) => fact.about.candidateId === actor.id),
  ).toHaveLength(1)
  expect(given(await at.kernel.ask(ownApplications, {}, { actor })).erasureAsked).toBe(at.test.now())
  const told = await at.rows(
    sql<{
      n: number
    }>`select count(*) as n from accounts.notification where kind = 'erasure-request' and candidate_id = ${actor.id}`,
  )
  expect(told[0]!.n).toBe(2)
  const listed = async () =>
    given(await at.kernel.ask(erasureRequests, {}, { actor: at.cast.zsofia })).requests
  const request = (await listed()).find((one) => one.candidateId === actor.id)!
  expect(codeOf(await at.kernel.ask(erasureRequests, {}, { actor: at.cast.maren }))).toBe('not-allowed')
  given(await at.kernel.run(settleErasure, { requestIds: [request.id] }, { actor: at.cast.zsofia }))
  expect((await listed()).map((one) => one.id)).not.toContain(request.id)
  for (const call of [ownApplications, ownDownload])
    expect(codeOf(await at.kernel.ask(call, {}, { actor: visitor }))).toBe('sign-in-needed')
})

it('brings a half-filled form back by its mailed link, until its day', async () => {
  const job = await at.newJob()
  const kept = { name: 'Ada', answers: { why: ['Robots'] } }
  given(
    await at.kernel.run(
      saveApplicationDraft,
      { postingSlug: job.slug, email: 'later@mail.example', content: kept },
      { actor: visitor },
    ),
  )
  const [mail] = await mails('draft-link')
  const token = /draft=([\w-]+)/.exec(mail!.text)![1]!
  const read = () => at.kernel.ask(applicationDraft, { token }, { actor: visitor })
  expect(given(await read())).toMatchObject({ slug: job.slug, content: kept })
  const before = at.test.now()
  at.test.setNow('2026-12-20T12:00:00.000Z')
  expect(codeOf(await read())).toBe('not-found')
  at.test.setNow(before)
})
