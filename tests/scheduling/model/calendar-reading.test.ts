import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../../src/scheduling/model/calendar-reading.ts'

const calendar = (event: string[], before: string[] = [], method?: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...(method ? [`METHOD:${method}`] : []),
    ...before,
    'BEGIN:VEVENT',
    'UID:one@example.com',
    ...event,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
const only = (text: string) => readCalendar(text).appointments[0]!
/** A zone by a name of its own, two hours ahead all year. */
const ownZone = (name: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${name}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T000000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0200',
  'END:STANDARD',
  'END:VTIMEZONE',
]

describe('a time is the moment it means', () => {
  it.each<[string, string[], string[], object]>([
    [
      'in UTC',
      ['DTSTART:20260329T080000Z', 'DTEND:20260329T090000Z'],
      [],
      { start: '2026-03-29T08:00:00.000Z', end: '2026-03-29T09:00:00.000Z', zone: 'UTC' },
    ],
    [
      'in a zone known by name, on the day its clock changes',
      ['DTSTART;TZID=Europe/Berlin:20260329T090000', 'DURATION:PT45M'],
      [],
      { start: '2026-03-29T07:00:00.000Z', end: '2026-03-29T07:45:00.000Z', zone: 'Europe/Berlin' },
    ],
    [
      'in a zone known by the end of its name',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260329T090000'],
      ownZone('/mozilla.org/20050126_1/Europe/Berlin'),
      { start: '2026-03-29T07:00:00.000Z' },
    ],
    [
      'in a zone that the text itself explains',
      ['DTSTART;TZID="Our zone":20260701T090000'],
      ownZone('Our zone'),
      { start: '2026-07-01T07:00:00.000Z', end: '2026-07-01T07:00:00.000Z', zone: 'Our zone' },
    ],
    [
      'of no zone, as it stands',
      ['DTSTART:20260701T090000', 'DURATION:PT1H'],
      [],
      { start: '2026-07-01T09:00:00', end: '2026-07-01T10:00:00', zone: null },
    ],
    [
      'a whole day',
      ['DTSTART;VALUE=DATE:20261224'],
      [],
      { start: '2026-12-24', end: '2026-12-25', zone: null },
    ],
    ['no time at all', ['SUMMARY:Some day'], [], { start: null, end: null, zone: null }],
    [
      'an end that nobody would wait for',
      ['DTSTART:20240101T000000Z', 'DURATION:P999999999999999999W'],
      [],
      { start: '2024-01-01T00:00:00.000Z', end: null },
    ],
  ])('%s', (_, event, before, expected) => {
    expect(only(calendar(event, before))).toMatchObject(expected)
  })
})

it('an answer says who answered what, to which version', () => {
  const reply = calendar(
    [
      'SEQUENCE:2',
      'DTSTART:20260329T080000Z',
      'ATTENDEE;CN="Osei, Maren";PARTSTAT=accepted:MAILTO:maren@example.com',
    ],
    [],
    'reply',
  )
  expect(readCalendar(reply)).toMatchObject({
    method: 'REPLY',
    appointments: [
      {
        uid: 'one@example.com',
        sequence: 2,
        attendees: [{ email: 'maren@example.com', partstat: 'ACCEPTED' }],
      },
    ],
  })
})

it('what no calendar should write is read around', () => {
  const text = calendar([
    'DTSTART:20260329T080000Z',
    'NONSENSE=1',
    '',
    'DTSTAMP:$now',
    'ATTENDEE:mailto:a@example.com',
  ])
  expect(only(`\uFEFFPosted by a forum\r\n${text}`)).toMatchObject({
    start: '2026-03-29T08:00:00.000Z',
    attendees: [{ email: 'a@example.com', partstat: 'NEEDS-ACTION' }],
  })
})

it.each(['', 'Dear all, nine o’clock?', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
  'no calendar is said to be none: %j',
  (text) => {
    expect(() => readCalendar(text)).toThrow()
  },
)
