import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { enrol, previewEnrolment } from '../../src/crm/sequences/enrol.ts'
import { pauseEnrolments, resumeEnrolments, takeOut } from '../../src/crm/sequences/hold-enrolments.ts'
import { changeSequence, makeSequence, setSequencesState } from '../../src/crm/sequences/make-sequences.ts'
import { noteAnswers, writePersonalLines } from '../../src/crm/sequences/note-enrolments.ts'
import { previewSequence } from '../../src/crm/sequences/preview-sequence.ts'
import { sendDueSteps } from '../../src/crm/sequences/send-due-steps.ts'
import { sequencesOf } from '../../src/crm/sequences/sequences-of.ts'
import { whenAddressIsSuppressedStopSequence } from '../../src/crm/when-address-is-suppressed-stop-sequence.ts'
import { whenContactIsHeldStopSequence } from '../../src/crm/when-contact-is-held-stop-sequence.ts'
import { whenMailArrivesStopSequence } from '../../src/crm/when-mail-arrives-stop-sequence.ts'
import { whenStepDoesNotLeaveHoldSequence } from '../../src/crm/when-step-does-not-leave-hold-sequence.ts'
import { mergePeople } from '../../src/handover/merge-people.ts'
import { undoMerge } from '../../src/handover/undo-merge.ts'
import { whenPersonAppliesStopSequences } from '../../src/handover/when-person-applies-stop-sequences.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import type { RecordedFact } from '../../src/kernel/model/fact.ts'
import type { Reaction } from '../../src/kernel/reaction.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import { cancelMails } from '../../src/messaging/inbox/keep-threads.ts'
import { simulateReply } from '../../src/messaging/inbox/mailbox.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { enrolledPeople, sequence as sequenceSeen, sequences } from '../../src/views/sequences.ts'
import { codeOf, given, someone } from '../ats/scene.ts'
import { plugged } from '../messaging/plugged.ts'
import { type MailTest, mailTest } from '../messaging/probe.ts'
import { people as cast } from '../support/cast.ts'

const saturday = '2026-11-21T12:00:00.000Z'
const monday = '2026-11-23T08:00:00.000Z'
const thursday = '2026-11-26T08:30:00.000Z'

let world: ReturnType<typeof plugged>
let test: MailTest
let by: Actor
beforeAll(async () => {
  world = plugged()
  test = await mailTest(world.ports)
  by = test.cast.maren
})
afterAll(() => test.close())
beforeEach(() => test.setNow(saturday))

const steps = [
  { waitDays: 0, subject: 'A look at Kestrel', body: 'Hello {{ candidate.first_name }}, a first word.' },
  { waitDays: 3, sameThread: true, body: 'A second word from {{ sender.first_name }}.' },
]
let number = 0
const newSequence = async (more: object = {}, actor = by): Promise<string> => {
  const plan = { name: `Kestrel ${++number}`, steps, ...more }
  const { sequenceId } = given(await test.kernel.run(makeSequence, plan, { actor }))
  given(await test.kernel.run(setSequencesState, { sequenceIds: [sequenceId], state: 'running' }, { actor }))
  return sequenceId
}
const newPeople = async (count: number): Promise<string[]> =>
  given(
    await test.kernel.run(
      addCandidates,
      {
        candidates: Array.from({ length: count }, () => {
          const name = someone()
          return { name, emails: [`${name.toLowerCase().replace(' ', '.')}@mail.example`] }
        }),
      },
      { actor: by },
    ),
  ).candidates.map(({ candidateId }) => candidateId)
const enrolAll = async (sequenceId: string, candidateIds: string[], actor = by) =>
  given(await test.kernel.run(enrol, { sequenceId, candidateIds }, { actor }))
const tick = async (at: string) => {
  test.setNow(at)
  return given(await test.kernel.run(sendDueSteps, {}, { actor: test.system }))
}
const leave = async (at: string) => {
  test.setNow(at)
  await whenMailIsDueSendIt(world.ports).handle([{}], test.kernel.as('send'))
}
const mailsTo = async (candidateId: string) =>
  (
    await sql<{
      id: string
      subject: string
      text: string
      state: string
      threadId: string
      sendAfter: string
    }>`
      select id, subject, body_text as text, state, thread_id as "threadId", send_after as "sendAfter"
      from messaging.message where candidate_id = ${candidateId} and direction = 'out' order by created_at, id`.execute(
      test.database.read,
    )
  ).rows
const standing = async (candidateId: string) =>
  given(await test.kernel.ask(sequencesOf, { candidateId }, { actor: by })).sequences.map(
    ({ state, stoppedBecause, heldBecause, nextStep }) => [state, stoppedBecause ?? heldBecause, nextStep],
  )
/** Delivers each fact of a name about a person twice, as may happen. */
const follow = async (reaction: Reaction, name: string, candidateId: string) => {
  const { rows } = await sql<{ subjectId: string; particulars: RecordedFact['particulars'] }>`
    select subject_id as "subjectId", particulars from kernel.fact
    where name = ${name} and candidate_id = ${candidateId} order by id`.execute(test.database.read)
  expect(rows.length).toBeGreaterThan(0)
  for (const { subjectId, particulars } of [...rows, ...rows])
    await reaction.handle(
      { name, about: { candidateId, subjectId }, particulars } as RecordedFact,
      test.kernel.as('follow'),
    )
}
const countFacts = async (name: string, candidateId: string) =>
  (await test.facts(name)).filter((fact) => fact.candidateId === candidateId).length

describe('a sequence', () => {
  it('sends each step once, after working days, in one conversation and in its sender’s name', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    await enrolAll(sequenceId, [one])
    await tick(saturday)
    expect(await mailsTo(one)).toEqual([])
    await tick(monday)
    await tick(monday)
    const [first] = await mailsTo(one)
    expect(first).toMatchObject({ subject: 'A look at Kestrel', state: 'waiting' })
    expect(first!.text).toMatch(/^Hello \S+, a first word\.$/)
    await leave('2026-11-23T08:30:00.000Z')
    await tick('2026-11-26T07:59:00.000Z')
    expect(await mailsTo(one)).toHaveLength(1)
    await tick(thursday)
    const [, second, third] = await mailsTo(one)
    expect(second).toMatchObject({
      subject: 'Re: A look at Kestrel',
      text: 'A second word from Maren.',
      threadId: first!.threadId,
    })
    expect(third).toBeUndefined()
    await leave('2026-11-26T09:00:00.000Z')
    await tick('2026-12-03T09:00:00.000Z')
    expect(await standing(one)).toEqual([['finished', null, 2]])
  })

  it('that is a draft, or put away, sends nothing, and goes on where it was', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    await enrolAll(sequenceId, [one])
    const set = (state: string) =>
      test.kernel.run(setSequencesState, { sequenceIds: [sequenceId], state }, { actor: by })
    for (const state of ['draft', 'archived']) {
      given(await set(state))
      await tick(monday)
      expect(await mailsTo(one)).toEqual([])
    }
    given(await set('running'))
    await tick(monday)
    expect(await mailsTo(one)).toHaveLength(1)
  })

  it('begins again for nobody, and holds a person in one at a time', async () => {
    const [here, there] = [await newSequence(), await newSequence()]
    const [one] = (await newPeople(1)) as [string]
    await enrolAll(here, [one])
    expect((await enrolAll(here, [one])).skipped).toMatchObject([{ code: 'enrolled' }])
    expect((await enrolAll(there, [one])).skipped).toMatchObject([{ code: 'other-sequence' }])
  })

  it('says before who will get it and who will not, each with the reason', async () => {
    const sequenceId = await newSequence({
      steps: [{ ...steps[0], body: 'Hello {{ candidate.last_name }}, and a word.' }],
    })
    const [free, held] = (await newPeople(2)) as [string, string]
    given(
      await test.kernel.run(holdContact, { candidateIds: [held], reason: 'Asked by mail' }, { actor: by }),
    )
    const { candidates } = given(
      await test.kernel.run(
        addCandidates,
        { candidates: [{ name: 'Suharto', emails: ['suharto@mail.example'] }, { name: someone() }] },
        { actor: by },
      ),
    )
    const [oneName, noMail] = candidates.map(({ candidateId }) => candidateId as string) as [string, string]
    const candidateIds = [free, held, oneName, noMail]
    const looked = given(await test.kernel.ask(previewEnrolment, { sequenceId, candidateIds }, { actor: by }))
    expect(looked.fit.map(({ candidateId }) => candidateId)).toEqual([free])
    expect(looked.skipped.map(({ candidateId, code }) => [candidateId, code])).toEqual([
      [held, 'do-not-contact'],
      [oneName, 'field-missing'],
      [noMail, 'no-address'],
    ])
    const done = await enrolAll(sequenceId, candidateIds)
    expect(done.enrolled.map(({ candidateId }) => candidateId)).toEqual([free])
    expect(done.skipped).toHaveLength(3)
  })

  it('shows every step as one person gets it', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    const seen = given(
      await test.kernel.ask(previewSequence, { sequenceId, candidateId: one }, { actor: by }),
    )
    expect(seen.from).toContain('Maren Osei')
    expect(seen.steps.map(({ subject }) => subject)).toEqual(['A look at Kestrel', 'Re: A look at Kestrel'])
    expect(seen.verdict).toMatchObject({ allowed: true })
  })

  it('that is private exists only for its owner, its senders and who sees every one', async () => {
    const sequenceId = await newSequence({ access: 'private' })
    const [one] = (await newPeople(1)) as [string]
    const asAyse = { actor: test.cast.ayse }
    expect(codeOf(await test.kernel.ask(sequenceSeen, { sequenceId }, asAyse))).toBe('not-found')
    expect(codeOf(await test.kernel.run(enrol, { sequenceId, candidateIds: [one] }, asAyse))).toBe(
      'not-found',
    )
    given(
      await test.kernel.run(
        enrol,
        { sequenceId, candidateIds: [one], senderId: cast.ayse.id },
        { actor: by },
      ),
    )
    expect(codeOf(await test.kernel.ask(sequenceSeen, { sequenceId }, asAyse))).toBe('ok')
  })

  it('comes from a colleague only where one has the right', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    const input = { sequenceId, candidateIds: [one], senderId: cast.maren.id }
    expect(codeOf(await test.kernel.run(enrol, input, { actor: test.cast.ayse }))).toBe('not-allowed')
    given(await test.kernel.run(enrol, { ...input, senderId: cast.tomas.id }, { actor: by }))
    await tick(monday)
    const { rows } = await sql<{ senderId: string; from: string }>`
      select sender_id as "senderId", from_name as from from messaging.message where candidate_id = ${one}`.execute(
      test.database.read,
    )
    expect(rows).toEqual([{ senderId: cast.tomas.id, from: `${cast.tomas.name} · Northwind Robotics` }])
  })

  it('keeps steps that were sent in their place, and lets their words change', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    await enrolAll(sequenceId, [one])
    await tick(monday)
    const seen = given(await test.kernel.ask(sequenceSeen, { sequenceId }, { actor: by })).steps
    const plan = seen.map(({ id, waitDays, subject, body, sameThread }) => ({
      id,
      waitDays,
      subject,
      body,
      sameThread,
    }))
    const change = (to: object[]) => test.kernel.run(changeSequence, { sequenceId, steps: to }, { actor: by })
    expect(codeOf(await change([{ ...plan[0], id: undefined }, plan[1]!]))).toBe('step-sent')
    given(await change([{ ...plan[0], body: 'Other words.' }]))
    expect(given(await test.kernel.ask(sequenceSeen, { sequenceId }, { actor: by })).steps).toMatchObject([
      { id: plan[0]!.id, body: 'Other words.' },
    ])
  })

  it('writes no more in a day in one name than a sender’s share', async () => {
    const sequenceId = await newSequence()
    const many = await newPeople(85)
    given(
      await test.kernel.run(
        enrol,
        { sequenceId, candidateIds: many, senderId: cast.priya.id },
        { actor: by },
      ),
    )
    await tick(monday)
    await tick('2026-11-23T09:00:00.000Z')
    const sent = async () =>
      (
        await sql<{ count: number }>`select count(*) as count from crm.step_mail
          where sender_id = ${cast.priya.id}`.execute(test.database.read)
      ).rows[0]!.count
    expect(await sent()).toBe(80)
    await tick('2026-11-24T08:00:01.000Z')
    expect(await sent()).toBe(85)
  })
})

describe('it ends for a person', () => {
  const begun = async () => {
    test.setNow(saturday)
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    await enrolAll(sequenceId, [one])
    await tick(monday)
    await leave('2026-11-23T08:30:00.000Z')
    return { sequenceId, one }
  }

  it('who answers, even before anybody was told of the answer', async () => {
    const { one } = await begun()
    test.setNow('2026-11-24T10:00:00.000Z')
    const [first] = await mailsTo(one)
    given(
      await test.kernel.run(
        simulateReply(world.ports),
        { messageId: first!.id, text: 'Tell me more.' },
        { actor: test.cast.priya },
      ),
    )
    await tick(thursday)
    expect(await mailsTo(one)).toHaveLength(1)
    expect(await standing(one)).toEqual([['stopped', 'reply', 1]])
    await follow(whenMailArrivesStopSequence, 'mail.received', one)
    expect(await countFacts('sequence.stopped', one)).toBe(1)
  })

  it('who unsubscribes, applies, or asks to be left alone: told twice, it ended once', async () => {
    for (const [reaction, name, particulars, because] of [
      [whenAddressIsSuppressedStopSequence, 'address.suppressed', { kind: 'marketing' }, 'unsubscribed'],
      [whenAddressIsSuppressedStopSequence, 'address.suppressed', { kind: 'hard' }, 'bounced'],
      [whenAddressIsSuppressedStopSequence, 'mail.bounced', { class: 'hard' }, 'bounced'],
      [whenContactIsHeldStopSequence, 'contact.held', {}, 'do-not-contact'],
      [whenPersonAppliesStopSequences, 'application.received', {}, 'applied'],
      [whenPersonAppliesStopSequences, 'application.added', {}, 'process'],
    ] as const) {
      const { one } = await begun()
      for (let times = 0; times < 2; times++)
        await reaction.handle(
          { name, about: { candidateId: one }, particulars } as never,
          test.kernel.as('follow'),
        )
      expect(await standing(one)).toEqual([['stopped', because, 1]])
      expect(await countFacts('sequence.stopped', one)).toBe(1)
    }
  })

  it('but not by an out-of-office note, nor by a mail that is only late', async () => {
    const { one } = await begun()
    const handle = (reaction: Reaction, name: string, particulars: object) =>
      reaction.handle({ name, about: { candidateId: one }, particulars } as never, test.kernel.as('follow'))
    await handle(whenMailArrivesStopSequence, 'mail.received', { kind: 'auto-reply' })
    await handle(whenAddressIsSuppressedStopSequence, 'mail.bounced', { class: 'soft' })
    expect(await standing(one)).toEqual([['active', null, 1]])
  })

  it('and a mail that has not left is taken back, for good or until somebody says go on', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    const { enrolled } = await enrolAll(sequenceId, [one])
    const enrolmentIds = enrolled.map(({ enrolmentId }) => enrolmentId)
    await tick(monday)
    given(await test.kernel.run(takeOut, { enrolmentIds }, { actor: by }))
    expect((await mailsTo(one)).map(({ state }) => state)).toEqual(['cancelled'])
    expect(await standing(one)).toEqual([['stopped', 'by-hand', 0]])
    given(await test.kernel.run(resumeEnrolments, { enrolmentIds }, { actor: by }))
    await tick('2026-11-23T09:00:00.000Z')
    expect((await mailsTo(one)).map(({ state }) => state)).toEqual(['cancelled', 'waiting'])
  })

  it('whom the guard refuses at the last moment, with the reason; a rule that passes only defers', async () => {
    const { one } = await begun()
    await sql`update candidates.candidate set relationship = 'applicant' where id = ${one}`.execute(
      test.database.write,
    )
    await tick(thursday)
    expect(await standing(one)).toEqual([['stopped', 'process', 1]])
    const { one: other } = await begun()
    await sql`update candidates.candidate set last_rejected_at = '2026-10-01' where id = ${other}`.execute(
      test.database.write,
    )
    await tick(thursday)
    expect(await standing(other)).toEqual([['active', 'rejected-recently', 1]])
    await tick('2026-12-31T09:00:00.000Z')
    expect(await mailsTo(other)).toHaveLength(2)
  })
})

describe('it waits for a person', () => {
  it('while it is paused, or its mail was cancelled; one that is refused as it leaves ends it', async () => {
    const sequenceId = await newSequence()
    const [one] = (await newPeople(1)) as [string]
    const { enrolled } = await enrolAll(sequenceId, [one])
    const enrolmentIds = enrolled.map(({ enrolmentId }) => enrolmentId)
    given(await test.kernel.run(pauseEnrolments, { enrolmentIds }, { actor: by }))
    await tick(monday)
    expect(await mailsTo(one)).toEqual([])
    given(await test.kernel.run(resumeEnrolments, { enrolmentIds }, { actor: by }))
    await tick('2026-11-23T09:00:00.000Z')
    const [mail] = await mailsTo(one)
    given(await test.kernel.run(cancelMails, { messageIds: [mail!.id] }, { actor: by }))
    await follow(whenStepDoesNotLeaveHoldSequence, 'mail.cancelled', one)
    expect(await standing(one)).toEqual([['paused', 'cancelled', 0]])
    given(await test.kernel.run(resumeEnrolments, { enrolmentIds }, { actor: by }))
    await tick('2026-11-23T10:00:00.000Z')
    const again = (await mailsTo(one)).at(-1)!
    for (let times = 0; times < 2; times++)
      await whenStepDoesNotLeaveHoldSequence.handle(
        {
          name: 'mail.blocked',
          about: { candidateId: one, subjectId: again.id },
          particulars: { template: 'sequence', code: 'unsubscribed' },
        } as never,
        test.kernel.as('follow'),
      )
    expect(await standing(one)).toEqual([['stopped', 'unsubscribed', 0]])
    expect(await countFacts('sequence.stopped', one)).toBe(1)
  })

  it('until the line that a step needs is written', async () => {
    const sequenceId = await newSequence({
      steps: [{ ...steps[0], body: 'Hello. {{ personal.line }}', needsPersonalLine: true }],
    })
    const [one] = (await newPeople(1)) as [string]
    const { enrolled } = await enrolAll(sequenceId, [one])
    await tick(monday)
    expect(await standing(one)).toEqual([['waiting-for-line', null, 0]])
    const [step] = given(await test.kernel.ask(sequenceSeen, { sequenceId }, { actor: by })).steps
    const line = { enrolmentId: enrolled[0]!.enrolmentId, stepId: step!.id, line: 'Your talk in Poznań.' }
    given(await test.kernel.run(writePersonalLines, { lines: [line] }, { actor: by }))
    await tick('2026-11-23T09:00:00.000Z')
    expect((await mailsTo(one))[0]?.text).toBe('Hello. Your talk in Poznań.')
  })
})

describe('what is seen of it', () => {
  it('counts who is in it, answered and is interested, and shows each step and person', async () => {
    const sequenceId = await newSequence()
    const [one, other] = (await newPeople(2)) as [string, string]
    const { enrolled } = await enrolAll(sequenceId, [one, other])
    await tick(monday)
    await leave('2026-11-23T08:30:00.000Z')
    const [mail] = await mailsTo(one)
    given(
      await test.kernel.run(
        simulateReply(world.ports),
        { messageId: mail!.id, text: 'Yes, gladly.' },
        { actor: test.cast.priya },
      ),
    )
    await follow(whenMailArrivesStopSequence, 'mail.received', one)
    const { enrolmentId } = enrolled.find(({ candidateId }) => candidateId === one)!
    given(
      await test.kernel.run(
        noteAnswers,
        { enrolmentIds: [enrolmentId], answer: 'interested' },
        { actor: by },
      ),
    )
    const line = given(await test.kernel.ask(sequences, {}, { actor: by })).sequences.find(
      ({ id }) => id === sequenceId,
    )
    expect(line).toMatchObject({ people: 2, active: 1, replied: 1, interested: 1, steps: 2 })
    const seen = given(await test.kernel.ask(sequenceSeen, { sequenceId }, { actor: by }))
    expect(seen.steps.map(({ sent, replied, stopped }) => [sent, replied, stopped])).toEqual([
      [2, 1, 0],
      [0, 0, 0],
    ])
    const page = async (after?: string) =>
      given(await test.kernel.ask(enrolledPeople, { sequenceId, limit: 1, after }, { actor: by }))
    const first = await page()
    const second = await page(first.next)
    expect([...first.people, ...second.people].map(({ candidateId }) => candidateId).toSorted()).toEqual(
      [one, other].toSorted(),
    )
    expect(second.next).toBeUndefined()
  })

  it('belongs to one person after a merge, and to both again when it is taken back', async () => {
    const [here, there] = [await newSequence(), await newSequence()]
    const [one, other] = (await newPeople(2)) as [string, string]
    await enrolAll(here, [one])
    await enrolAll(there, [other])
    const { mergeIds } = given(
      await test.kernel.run(mergePeople, { survivorId: one, mergedIds: [other] }, { actor: by }),
    )
    await tick(monday)
    expect(await mailsTo(one)).toHaveLength(1)
    expect(await mailsTo(other)).toEqual([])
    given(await test.kernel.run(undoMerge, { mergeId: mergeIds[0] }, { actor: by }))
    expect(await standing(other)).toEqual([['paused', null, 0]])
  })
})

it('costs the same statements for two people as for two hundred', async () => {
  await sql`update crm.sequence set state = 'draft'`.execute(test.database.write)
  const sequenceId = await newSequence()
  const many = await newPeople(202)
  const cost = async (command: { handle: unknown }, input: object, actor: Actor) => {
    let statements = 0
    const counted = <T>(run: T) =>
      ((...parts: never[]) => {
        statements++
        return (run as (...parts: never[]) => unknown)(...parts)
      }) as T
    const watched = {
      ...command,
      handle: (tx: WriteTx, given: never) =>
        (command.handle as (tx: WriteTx, input: never) => unknown)(
          { ...tx, rows: counted(tx.rows), row: counted(tx.row), change: counted(tx.change) },
          given,
        ),
    }
    given(await test.kernel.run(watched as never, input, { actor }))
    return statements
  }
  const put = (candidateIds: string[]) => cost(enrol, { sequenceId, candidateIds }, by)
  test.setNow('2027-03-01T09:00:00.000Z')
  const [few, lots] = [await put(many.slice(0, 2)), await put(many.slice(2))]
  expect(few).toBe(lots)
  const send = (limit: number) => cost(sendDueSteps, { limit }, test.system)
  expect(await send(2)).toBe(await send(70))
})
