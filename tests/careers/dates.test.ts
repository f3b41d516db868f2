import { describe, expect, test } from 'vitest'
import { dayText, momentText, officeMomentText } from '../../src/careers/model/dates.ts'
import { englishPeriods, payText } from '../../src/careers/model/pay.ts'
import { directionOf, readerOf } from '../../src/careers/model/reader.ts'
import { standingText } from '../../src/careers/my-page/standing.ts'
import { lisbon, mine, rotterdam } from './examples.ts'

describe('dates as the reader writes them', () => {
  test('a day is the same day whatever the clock of the server', () => {
    expect(dayText('2026-11-24', lisbon)).toBe('Tuesday 24 November')
    expect(dayText('2026-11-24', { ...lisbon, locale: 'en-US' }, 'short', true)).toBe('Tue Nov 24 2026')
  })

  test('the office’s clock is named only where it differs, and its day where that differs', () => {
    const by = '2026-11-24T17:00:00Z'
    expect(momentText(by, lisbon)).toBe('Tuesday 24 November, 17:00')
    expect(officeMomentText(by, lisbon, rotterdam)).toBe('18:00')
    expect(officeMomentText(by, { ...lisbon, zone: 'Europe/Berlin' }, rotterdam)).toBeUndefined()
    expect(officeMomentText(by, { ...lisbon, zone: 'Asia/Tokyo' }, rotterdam)).toBe('Tue 24 Nov, 18:00')
  })

  test('between the changes of the clocks the hours are still right', () => {
    const newYork = { ...lisbon, zone: 'America/New_York' }
    expect(momentText('2026-10-28T16:00:00Z', newYork, 'brief')).toBe('28 Oct, 12:00')
    expect(officeMomentText('2026-10-28T16:00:00Z', newYork, rotterdam)).toBe('17:00')
  })

  test('pay is written in the reader’s numbers', () => {
    const pay = { currency: 'EUR', least: 2050.5, most: 2300, per: 'month' } as const
    expect(payText(pay, lisbon, englishPeriods)).toBe('€2,050.50\u00a0– €2,300 a month')
    expect(payText({ ...pay, most: 2050.5 }, { ...lisbon, locale: 'de-DE' }, englishPeriods)).toContain(
      '2.050,50',
    )
  })
})

describe('the reader of a page', () => {
  test.each([
    ['de-AT,de;q=0.9,en;q=0.5', ['en', 'de'], 'de', 'de-AT'],
    ['fr-CH, en-GB;q=0.4', ['en', 'de'], 'en', 'en-GB'],
    ['pt-BR', ['en'], 'en', 'en-BR'],
    ['*;q=0, <script>, en;q=x', ['en'], 'en', 'en'],
    [undefined, ['nl', 'en'], 'nl', 'nl'],
  ] as const)('%j with words in %j reads %s as in %s', (accepted, available, lang, locale) => {
    expect(readerOf(accepted, [...available] as [string, ...string[]], 'UTC')).toEqual({
      lang,
      locale,
      zone: 'UTC',
    })
  })

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
    ['ja', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('%s is written %s', (lang, way) => {
    expect(directionOf(lang)).toBe(way)
  })
})

describe('the first sentence of a person’s page', () => {
  const heading = (standing: typeof mine.standing) => standingText({ ...mine, standing }, lisbon).heading

  test('is drawn from where the application stands', () => {
    const by = '2026-11-24T17:00:00Z'
    expect(heading({ kind: 'our-turn', who: 'Marieke', what: 'reading', by })).toBe(
      'You’ll hear from Marieke by Tuesday 24 November, 17:00',
    )
    expect(heading({ kind: 'our-turn', who: 'Marieke', what: 'reading' })).toBe(
      'Your application is with Marieke',
    )
    expect(heading({ kind: 'our-turn', who: 'Marieke', what: 'reading', by, late: { who: 'Tomasz' } })).toBe(
      'We owe you an answer, Inês',
    )
    expect(heading({ kind: 'on-hold', who: 'Tomasz', until: by })).toBe(
      'Your application is on hold until Tuesday 24 November',
    )
    expect(heading({ kind: 'your-turn', what: 'answer Tomasz', by })).toBe(
      'Your turn: answer Tomasz by Tuesday 24 November, 17:00',
    )
    expect(heading({ kind: 'out', side: 'rejected', at: by })).toBe(
      'We are not going on with your application, Inês',
    )
    expect(heading({ kind: 'out', side: 'closed', at: by })).toBe(
      'This job was closed before a decision, Inês',
    )
  })

  test('never names another clock when both agree', () => {
    const told = standingText({ ...mine }, { ...lisbon, zone: 'Europe/Amsterdam' })
    expect(told.lead).toMatch(/^18:00 in Rotterdam\. Marieke reads/)
  })
})
