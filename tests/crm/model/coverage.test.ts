import { expect, it } from 'vitest'
import { coverageOf } from '../../../src/crm/model/coverage.ts'

const january = { seats: 2, neededBy: '2027-01-01' }
const march = { seats: 4, neededBy: '2027-03-01' }

it.each([
  ['nothing where a pool is kept for no seat', [], 4, undefined],
  [
    'all seats by the last day where people reach',
    [march, january],
    6,
    { ready: 6, seats: 6, by: '2027-03-01' },
  ],
  ['the first day on which they run short', [march, january], 1, { ready: 1, seats: 2, by: '2027-01-01' }],
  ['the seats before it with it', [march, january], 4, { ready: 4, seats: 6, by: '2027-03-01' }],
  ['the seats of one day together', [march, march], 5, { ready: 5, seats: 8, by: '2027-03-01' }],
])('coverage is %s', (_, needs, ready, reach) => {
  expect(coverageOf(needs, ready)).toEqual(reach)
})
