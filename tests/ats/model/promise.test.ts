import { expect, it } from 'vitest'
import { daySays, momentSays } from '../../../src/ats/model/promise.ts'
import { instant } from '../../../src/kernel/model/time.ts'

const at = instant('2026-11-24T16:00:00.000Z')

it.each([
  ['en', 'NL', 'Europe/Amsterdam', '24 November 2026', 'Tuesday, 24 November 2026 at 17:00 CET'],
  ['en', 'US', 'America/New_York', 'November 24, 2026', 'Tuesday, November 24, 2026 at 11:00 AM EST'],
  ['de', 'NL', 'Europe/Amsterdam', '24. November 2026', 'Dienstag, 24. November 2026 um 17:00 MEZ'],
  ['en-US', 'NL', 'Europe/Amsterdam', 'November 24, 2026', 'Tuesday, November 24, 2026 at 05:00 PM GMT+1'],
  ['en', null, 'UTC', 'November 24, 2026', 'Tuesday, November 24, 2026 at 04:00 PM UTC'],
])('writes a day in %s at an office in %s as people there do', (language, country, zone, day, moment) => {
  const clock = { zone, country }
  expect(daySays(at, clock, language)).toBe(day)
  expect(momentSays(at, clock, language).replace(/\s/gu, ' ')).toBe(moment)
})
