import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { userIdOf } from '../../src/kernel/model/actor.ts'
import { instant, minutesAfter } from '../../src/kernel/model/time.ts'
import { sql } from '../../src/kernel/sql.ts'
import { queueMail } from '../../src/messaging/door.ts'
import { whenMailArrivesReceiveIt } from '../../src/messaging/inbound/when-mail-arrives-receive-it.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { whenInvitationAnsweredNoteIt } from '../../src/scheduling/appointments/when-invitation-answered-note-it.ts'
import { appointmentsByIds, bookAppointments, moveAppointments } from '../../src/scheduling/door.ts'
import { people } from '../support/cast.ts'
import { testNow } from '../support/database.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { plugged } from './plugged.ts'
import { type MailTest, mailTest } from './probe.ts'

let smtp: Awaited<ReturnType<typeof startSmtpSink>>
let world: ReturnType<typeof plugged>
let test: MailTest
let candidateId: string
let appointmentId: string

beforeAll(async () => {
  smtp = await startSmtpSink()
  world = plugged({ smtpUrl: smtp.url })
  test = await mailTest(world.ports)
  candidateId = await test.person('Inês Carvalho', 'ines@example.org')
})
afterAll(async () => {
  world.close()
  await test.close()
  await smtp.stop()
})
beforeEach(async () => {
  test.setNow(testNow)
  appointmentId = await test.as(test.cast.maren, async (tx) => {
    const booked = await bookAppointments(tx, [
      {
        title: 'Technical interview',
        place: 'Room 2',
        ...hourAt(`2026-12-${String(++day).padStart(2, '0')}T09:00:00Z`),
        zone: 'Europe/Amsterdam',
        organiserId: userIdOf(test.cast.maren)!,
        attendees: [{ candidateId }, { userId: people.maren.id }],
      },
    ])
    if (!booked.ok) throw new Error(booked.refusal.says)
    return booked.value.appointmentIds[0]!
  })
})

let day = 0
const hourAt = (moment: string) => ({
  startsAt: instant(moment),
  endsAt: minutesAfter(instant(moment), 60),
})
let uid = 0
/** A calendar's answer as a mail, and whatever hears of it. */
const answered = async (from: string, partstat: string, { sequence = 0, of = appointmentId } = {}) => {
  const raw = `From: <${from}>
To: <jobs@northwind.example>
Subject: Accepted: Technical interview
Message-ID: <answer${++uid}@example.org>
Content-Type: multipart/alternative; boundary=edge

--edge
Content-Type: text/plain; charset=utf-8

I will be there.
--edge
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:${of}
SEQUENCE:${sequence}
DTSTAMP:20261122T090000Z
ATTENDEE;PARTSTAT=${partstat}:mailto:${from}
END:VEVENT
END:VCALENDAR
--edge--
`
  const before = (await test.facts('invitation.answered')).length
  await whenMailArrivesReceiveIt(world.ports)(
    Buffer.from(raw.replace(/\r?\n/g, '\r\n')),
    `box 2:${uid}`,
    test.kernel.as('mail'),
  )
  const heard = (await test.facts('invitation.answered')).slice(before)
  // Twice: what is delivered again says nothing new.
  for (const { subjectId, candidateId: about, particulars } of [...heard, ...heard])
    await whenInvitationAnsweredNoteIt.handle(
      { name: 'invitation.answered', about: { subjectId, candidateId: about }, particulars } as never,
      test.kernel.as('test'),
    )
}
const answers = async () => {
  const [appointment] = await test.as(test.cast.maren, (tx) => appointmentsByIds(tx, [appointmentId]))
  const of = (id: string) =>
    appointment!.attendees.find((one) => one.userId === id || one.candidateId === id)?.answer
  return { candidate: of(candidateId), maren: of(people.maren.id) }
}

it('a mail carries what calendars are told, through the queue and to the mail server', async () => {
  const text = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR'
  await test.as(test.cast.maren, (tx) =>
    queueMail(tx, [
      {
        candidateId,
        purpose: 'process',
        subject: 'Your interview',
        text: 'On Tuesday.',
        calendar: { method: 'REQUEST', text },
        sendAfter: tx.now,
      },
    ]),
  )
  await whenMailIsDueSendIt(world.ports).handle([{}], test.kernel.as('send'))
  const raw = smtp.received.at(-1)!.raw.toString()
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
})

describe('a calendar’s answer', () => {
  it.each([
    ['ACCEPTED', 'accepted'],
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
  ])('%s stands beside the appointment, and the mail in the person’s conversation', async (said, answer) => {
    await answered('ines@example.org', said)
    expect(await answers()).toEqual({ candidate: answer, maren: 'none' })
    const { rows } = await sql<{ kind: string }>`select kind from messaging.message
      where direction = 'in' and candidate_id = ${candidateId} order by created_at, id`.execute(
      test.database.read,
    )
    expect(rows.at(-1)).toEqual({ kind: 'invitation-answer' })
  })

  it('of a colleague is theirs, and makes nobody a candidate', async () => {
    const before = await countOf('candidates.candidate')
    await answered(people.maren.mail, 'ACCEPTED')
    expect(await answers()).toEqual({ candidate: 'none', maren: 'accepted' })
    expect(await countOf('candidates.candidate')).toBe(before)
  })

  it('to a time that was changed since is none', async () => {
    const moved = await test.as(test.cast.maren, (tx) =>
      moveAppointments(tx, [{ appointmentId, ...hourAt(`2027-01-${day + 10}T09:00:00Z`) }]),
    )
    expect(moved.ok).toBe(true)
    await answered('ines@example.org', 'ACCEPTED', { sequence: 0 })
    expect(await answers()).toEqual({ candidate: 'none', maren: 'none' })
    await answered('ines@example.org', 'ACCEPTED', { sequence: 1 })
    expect(await answers()).toEqual({ candidate: 'accepted', maren: 'none' })
  })

  it('of somebody who was not asked, or to nothing of ours, changes nothing', async () => {
    await answered('other@example.org', 'ACCEPTED')
    await answered('ines@example.org', 'ACCEPTED', { of: 'somebody-elses-event' })
    expect(await answers()).toEqual({ candidate: 'none', maren: 'none' })
  })
})

const countOf = async (table: string) =>
  (
    await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
      test.database.read,
    )
  ).rows[0]!.count
