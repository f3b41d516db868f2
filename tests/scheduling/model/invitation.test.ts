import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/kernel/model/time.ts'
import type { Appointment } from '../../../src/scheduling/model/appointment.ts'
import { readCalendar } from '../../../src/scheduling/model/calendar-reading.ts'
import { invitationOf } from '../../../src/scheduling/model/invitation.ts'

const appointment: Appointment = {
  id: '01990000-0000-7000-8000-0000000000aa',
  title: 'Technical interview',
  place: 'Room 2',
  startsAt: instant('2026-03-29T07:00:00Z'),
  endsAt: instant('2026-03-29T08:00:00Z'),
  zone: 'Europe/Amsterdam',
  organiserId: '01990000-0000-7000-8000-0000000000bb',
  sequence: 3,
  state: 'booked',
  attendees: [],
}
const people = {
  organiser: { name: 'Northwind Robotics', mail: 'reply+abc@jobs.northwind.example' },
  attendees: [{ name: 'Ana Sørensen', mail: 'ana@example.org', answer: 'none' }],
} as const
const now = instant('2026-03-01T12:00:00Z')
/** The text with its folded lines made whole. */
const linesOf = (of: Partial<Appointment>, who: Parameters<typeof invitationOf>[1] = people) => {
  const { text } = invitationOf({ ...appointment, ...of }, who, now)
  return text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
}

describe('an invitation', () => {
  it('says when, where, by whom and for whom, in UTC, and asks for an answer', () => {
    expect(linesOf({})).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        `UID:${appointment.id}`,
        'SEQUENCE:3',
        'DTSTAMP:20260301T120000Z',
        'DTSTART:20260329T070000Z',
        'DTEND:20260329T080000Z',
        'STATUS:CONFIRMED',
        'LOCATION:Room 2',
        'ORGANIZER;CN="Northwind Robotics":MAILTO:reply+abc@jobs.northwind.example',
        'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Ana Sørensen";PARTSTAT=NEEDS-ACTION;RSVP=TRUE:MAILTO:ana@example.org',
      ]),
    )
  })

  it('of what is called off takes it off again, and asks for nothing', () => {
    const lines = linesOf({ state: 'cancelled', sequence: 4 })
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'SEQUENCE:4', 'STATUS:CANCELLED']))
    expect(lines.join('\n')).not.toContain('RSVP=TRUE')
  })

  it.each([
    'Ana; PARTSTAT=DECLINED',
    'Ana "the" Great: one, two',
    'Ana\r\nATTENDEE:mailto:other@example.org',
    'Ana\nEND:VEVENT',
  ])('stays one for one person when they are called %j', (name) => {
    const who = { ...people, attendees: [{ ...people.attendees[0], name, answer: 'accepted' as const }] }
    const { text } = invitationOf({ ...appointment, title: name, place: name }, who, now)
    expect(readCalendar(text).appointments).toEqual([
      {
        uid: appointment.id,
        sequence: 3,
        start: appointment.startsAt,
        end: appointment.endsAt,
        zone: 'UTC',
        attendees: [{ email: 'ana@example.org', partstat: 'ACCEPTED' }],
      },
    ])
  })
})
