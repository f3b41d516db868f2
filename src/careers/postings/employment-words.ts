import type { Employment } from './posting.ts'

/** How a kind of contract reads in English, inside a line of facts. */
export const englishEmployment: Readonly<Record<Employment, string>> = {
  'full-time': 'full time',
  'part-time': 'part time',
  contractor: 'contractor',
  temporary: 'temporary',
  intern: 'internship',
  volunteer: 'volunteer',
  'per-diem': 'by the day',
}
