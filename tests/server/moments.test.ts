import { expect, test } from 'vitest'
import { momentOf } from '../../src/adapters/database.ts'

test('a moment that the database writes is read as ISO with milliseconds, whatever it left out', () => {
  expect(momentOf('2026-11-22 21:20:00+00')).toBe('2026-11-22T21:20:00.000Z')
  expect(momentOf('2026-11-22 21:20:00.5+00')).toBe('2026-11-22T21:20:00.500Z')
  expect(momentOf('2026-11-22 21:20:00.057+00')).toBe('2026-11-22T21:20:00.057Z')
  // A session in another zone, and the six digits of a column that keeps them.
  expect(momentOf('2026-11-22 22:20:00+01')).toBe('2026-11-22T21:20:00.000Z')
  expect(momentOf('2026-11-22 21:20:00.057123+00')).toBe('2026-11-22T21:20:00.057Z')
})
