import { generateIcsCalendar, type IcsAttendeePartStatusType } from 'ts-ics'
import type { Instant } from '../../kernel/model/time.ts'
import type { Answer, Appointment } from './appointment.ts'

interface Named {
  readonly name: string
  readonly mail: string
}

/** What a mail carries so that calendars show it as an invitation, or take it off again (RFC 5546, sections 3.2.2 and 3.2.5). */
export interface Invitation {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly text: string
}

/**
 * An appointment as calendars read it; a cancelled one calls itself off. The organiser's address is where answers are to
 * come in. A higher `sequence` under the same UID is the news of what was sent before. Times are in UTC, which every
 * calendar shows in its reader's zone.
 */
export const invitationOf = (
  { id, title, place, startsAt, endsAt, sequence, state }: Appointment,
  people: {
    readonly organiser: Named
    readonly attendees: readonly (Named & { readonly answer: Answer })[]
  },
  now: Instant,
): Invitation => {
  const method = state === 'booked' ? 'REQUEST' : 'CANCEL'
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Throughline//EN',
    method,
    events: [
      {
        uid: id,
        sequence,
        stamp: { date: new Date(now) },
        start: { date: new Date(startsAt) },
        end: { date: new Date(endsAt) },
        summary: title,
        ...(place === '' ? {} : { location: place }),
        status: state === 'booked' ? 'CONFIRMED' : 'CANCELLED',
        organizer: { name: quoted(people.organiser.name), email: people.organiser.mail },
        attendees: people.attendees.map(({ name, mail, answer }) => ({
          name: quoted(name),
          email: mail,
          role: 'REQ-PARTICIPANT',
          partstat: partstatOf[answer],
          rsvp: state === 'booked',
        })),
      },
    ],
  })
  return { method, text }
}

const partstatOf: Readonly<Record<Answer, IcsAttendeePartStatusType>> = {
  none: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  tentative: 'TENTATIVE',
  declined: 'DECLINED',
}

/** The library writes parameters as they are: unquoted, a `;` in a name would begin another one (RFC 5545, section 3.2). */
const quoted = (name: string): string => `"${name.replace(/[\p{Cc}"]+/gu, ' ').trim()}"`
