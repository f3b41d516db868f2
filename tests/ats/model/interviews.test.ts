import { describe, expect, it } from 'vitest'
import { checkDecision } from '../../../src/ats/model/decision-record.ts'
import { checkInterviewPlan, stateOf } from '../../../src/ats/model/interview.ts'
import { checkScorecard } from '../../../src/ats/model/scorecard.ts'
import type { Result } from '../../../src/kernel/model/result.ts'
import { instant } from '../../../src/kernel/model/time.ts'

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const now = instant('2026-11-24T12:00:00Z')
const [before, after] = [instant('2026-11-24T11:00:00Z'), instant('2026-11-24T13:00:00Z')]

describe('a plan', () => {
  const job = {
    attributes: [{ id: 'ros' }, { id: 'dutch' }],
    stages: [
      { id: 'a', kind: 'applied' },
      { id: 'i', kind: 'interview' },
      { id: 'h', kind: 'hired' },
    ],
  }
  const step = (stageId: string, ...focus: string[]) =>
    ({ name: 'Talk', stageId, focus: focus.map((attributeId) => ({ attributeId, ask: '' })) }) as never
  it.each([
    ['rates criteria of its job in a stage where people are met', step('i', 'ros', 'dutch'), 'ok'],
    ['rates nothing, where it only gets to know somebody', step('i'), 'ok'],
    ['knows only stages of its job', step('x'), 'not-found'],
    ['meets nobody before they applied', step('a'), 'no-talks-there'],
    ['meets nobody after the hire', step('h'), 'no-talks-there'],
    ['rates nothing that the job does not need', step('i', 'charm'), 'unknown-criterion'],
    ['rates a criterion once', step('i', 'ros', 'ros'), 'criterion-twice'],
  ])('%s', (_, one, expected) => {
    expect(code(checkInterviewPlan([one], job))).toBe(expected)
  })
})

describe('an interview', () => {
  it.each([
    ['waits for a time', { startsAt: null, endsAt: null, cancelledAt: null }, 1, 'planned'],
    ['has one', { startsAt: now, endsAt: after, cancelledAt: null }, 1, 'booked'],
    [
      'waits for feedback once it ended',
      { startsAt: before, endsAt: now, cancelledAt: null },
      1,
      'waits-for-feedback',
    ],
    [
      'is complete with the last scorecard',
      { startsAt: before, endsAt: now, cancelledAt: null },
      0,
      'complete',
    ],
    ['is complete without a time too', { startsAt: null, endsAt: null, cancelledAt: null }, 0, 'complete'],
    [
      'does not tell who is in to whom it is closed',
      { startsAt: before, endsAt: now, cancelledAt: null },
      null,
      'waits-for-feedback',
    ],
    ['was called off', { startsAt: before, endsAt: now, cancelledAt: before }, 0, 'cancelled'],
  ] as const)('%s', (_, one, missing, expected) => {
    expect(stateOf(one, missing, now)).toBe(expected)
  })
})

describe('a scorecard can be sent', () => {
  const interview = {
    attributes: [
      { id: 'ros', says: 'Has worked with ROS', ask: '' },
      { id: 'dutch', says: 'Speaks Dutch', ask: '' },
    ],
    startsAt: before,
    cancelledAt: null,
  }
  const rated = (rating: number | null, words = '') => ({ attributeId: 'ros', rating, words })
  const dutch = { attributeId: 'dutch', rating: null, words: '' }
  const card = (...ratings: object[]) =>
    ({ ratings, recommendation: 'yes', summary: '' }) as Parameters<typeof checkScorecard>[0]
  it.each([
    ['when all is rated or not seen', card(rated(4, 'Wrote a driver'), dutch), {}, 'ok'],
    ['at the bar without a word', card(rated(3), dutch), {}, 'ok'],
    ['before it has a time', card(rated(3), dutch), { startsAt: null }, 'ok'],
    ['not while a criterion is open', card(dutch), {}, 'unrated'],
    ['not above the bar without words', card(rated(4), dutch), {}, 'words-needed'],
    ['not far below without words', card(rated(1), dutch), {}, 'words-needed'],
    [
      'not without a recommendation',
      { ...card(rated(3), dutch), recommendation: null },
      {},
      'no-recommendation',
    ],
    [
      'not on what it does not rate',
      card(rated(3), dutch, { ...dutch, attributeId: 'charm' }),
      {},
      'unknown-criterion',
    ],
    ['not before it began', card(rated(3), dutch), { startsAt: after }, 'not-yet'],
    ['not once it was called off', card(rated(3), dutch), { cancelledAt: before }, 'cancelled'],
    ['not empty, where it rates nothing', card(), { attributes: [] }, 'words-needed'],
  ] as const)('%s', (_, content, more, expected) => {
    expect(code(checkScorecard(content, { ...interview, ...more }, now))).toBe(expected)
  })
})

describe('a decision', () => {
  const yes = { scorecardId: 'one', authorName: 'Ifeoma', recommendation: 'yes' } as never
  const no = { scorecardId: 'two', authorName: 'Tomás', recommendation: 'strong-no' } as never
  const decision = { outcome: 'offer', evidence: ['one'], dissent: '', without: '' } as const
  it.each([
    ['stands on what is in', decision, [yes], 0, 'ok'],
    ['waits for what is missing', decision, [yes], 1, 'scorecards-missing'],
    ['or says why it does not', { ...decision, without: 'On leave until May' }, [yes], 1, 'ok'],
    ['stands on something', { ...decision, evidence: [] }, [yes], 0, 'no-evidence'],
    ['stands on nothing that is not in', { ...decision, evidence: ['one', 'two'] }, [yes], 0, 'no-evidence'],
    ['for an offer keeps who said no', decision, [yes, no], 0, 'dissent-unsaid'],
    ['with the dissent in words is kept', { ...decision, dissent: 'Not this code' }, [yes, no], 0, 'ok'],
    [
      'against somebody keeps who said yes',
      { ...decision, outcome: 'not-now' },
      [yes, no],
      0,
      'dissent-unsaid',
    ],
    ['to see them again goes against nobody', { ...decision, outcome: 'see-again' }, [yes, no], 0, 'ok'],
  ] as const)('%s', (_, one, cards, missing, expected) => {
    expect(code(checkDecision(one, cards, missing))).toBe(expected)
  })
})
