import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  type ConsentEvent,
  consentNow,
  consentPurposes,
  consentsNow,
} from '../../../src/candidates/model/consent.ts'
import type { Instant } from '../../../src/kernel/model/time.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString() as Instant
const now = day(100)

const given = (number: number, more: Partial<ConsentEvent> = {}): ConsentEvent => ({
  purpose: 'talent-pool',
  what: 'given',
  at: day(number),
  how: 'form',
  textVersion: 'v1',
  language: 'en',
  proof: 'post-1',
  actor: 'candidate',
  ...more,
})
const withdrawn = (number: number): ConsentEvent => ({
  purpose: 'talent-pool',
  what: 'withdrawn',
  at: day(number),
  how: 'form',
  actor: 'candidate',
})
const claimed = (number: number) => given(number, { how: 'import', proof: undefined })

describe('a consent', () => {
  test.each<[string, ConsentEvent[], string]>([
    ['never asked for', [], 'none'],
    ['given', [given(1)], 'given'],
    ['given until tomorrow', [given(1, { until: day(101) })], 'given'],
    ['given until this moment', [given(1, { until: now })], 'expired'],
    ['given and withdrawn', [given(1), withdrawn(2)], 'withdrawn'],
    ['withdrawn and given again', [withdrawn(2), given(3)], 'given'],
    ['given and withdrawn in one moment', [withdrawn(2), given(2)], 'withdrawn'],
    ['renewed before it ends', [given(1, { until: day(50) }), given(49, { until: day(200) })], 'given'],
    ['claimed by an import', [claimed(1)], 'unproven'],
    ['claimed without the text', [given(1, { textVersion: undefined })], 'unproven'],
    ['withdrawn, then claimed by an import', [withdrawn(2), claimed(3)], 'withdrawn'],
    ['ended, then claimed by an import', [given(1, { until: day(50) }), claimed(60)], 'expired'],
    ['given only in the future', [given(101)], 'none'],
    ['given for another purpose', [given(1, { purpose: 'newsletter' })], 'none'],
  ])('%s', (_, events, state) => {
    expect(consentNow(events, 'talent-pool', now).state).toBe(state)
  })

  it('keeps the text that was agreed to when a later claim names another', () => {
    const events = [given(1), given(2, { textVersion: 'v2', proof: undefined })]
    expect(consentNow(events, 'talent-pool', now)).toMatchObject({
      state: 'given',
      textVersion: 'v1',
      since: day(1),
    })
  })

  it('is told for each purpose', () => {
    expect(consentsNow([given(1)], now).map(({ purpose }) => purpose)).toEqual([...consentPurposes])
  })

  const event = fc.oneof(
    fc
      .integer({ min: 1, max: 20 })
      .map((number) => given(number, { proof: `post-${number}`, until: day(number + 90) })),
    fc.integer({ min: 1, max: 20 }).map(withdrawn),
    fc.integer({ min: 1, max: 20 }).map(claimed),
  )

  it('does not depend on the order in which events arrive', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { state, since } = consentNow(events, 'talent-pool', now)
        const reversed = consentNow(events.toReversed(), 'talent-pool', now)
        expect({ state: reversed.state, since: reversed.since }).toEqual({ state, since })
      }),
    )
  })

  it('is over with one withdrawal, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        expect(consentNow([...events, withdrawn(30)], 'talent-pool', now).state).toBe('withdrawn')
      }),
    )
  })
})
