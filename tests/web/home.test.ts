import { expect, it } from 'vitest'
import { doorOf, toldWords } from '../../src/web/frame/told-words.ts'
import { dutyKey, groupDuties } from '../../src/web/screens/home/duty-groups.ts'

const now = new Date('2026-11-22T22:30:00Z')
const groups = (
  zone: string,
  ...duties: readonly ['promise' | 'task' | 'held' | 'approve', string | null][]
) =>
  groupDuties(
    duties.map(([kind, due]) => ({ kind, due: due as never })),
    now,
    zone,
  ).map(({ group, duties }) => [group, duties.length])

it('puts a promise under the reader’s own day', () => {
  // 22:30 UTC is still the 22nd in Lisbon and already the 23rd in Helsinki.
  expect(groups('Europe/Lisbon', ['promise', '2026-11-23T15:00:00Z'])).toEqual([['tomorrow', 1]])
  expect(groups('Europe/Helsinki', ['promise', '2026-11-23T15:00:00Z'])).toEqual([['today', 1]])
})

it('calls a promise overdue from its hour on, a task only when its day is past', () => {
  expect(groups('Europe/Lisbon', ['promise', '2026-11-22T16:00:00Z'])).toEqual([['overdue', 1]])
  expect(groups('Europe/Lisbon', ['task', '2026-11-22T00:00:00Z'])).toEqual([['today', 1]])
  expect(groups('Europe/Lisbon', ['task', '2026-11-21T00:00:00Z'])).toEqual([['overdue', 1]])
})

it('asks today for what has no day but a person waiting, and lets a task without a day wait', () =>
  expect(groups('UTC', ['approve', null], ['task', null])).toEqual([
    ['today', 1],
    ['undated', 1],
  ]))

it('never calls a hold overdue: it comes back on its day', () =>
  expect(groups('UTC', ['held', '2026-11-01T00:00:00Z'])).toEqual([['today', 1]]))

it('knows two reasons for one application apart', () =>
  expect(dutyKey({ kind: 'promise', id: '1' })).not.toBe(dutyKey({ kind: 'decide', id: '1' })))

it('names nobody in a notification who is out of sight, and opens no door to them', () => {
  expect(toldWords({ kind: 'reply', candidateName: null, jobTitle: null })).toBe('Somebody wrote')
  expect(
    doorOf({ kind: 'mention', candidateId: 'c', candidateName: null, jobId: null, subjectId: null }),
  ).toBe('/')
})
