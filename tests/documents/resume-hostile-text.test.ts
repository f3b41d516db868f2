import { describe, expect, test } from 'vitest'
import { readResume } from '../../src/documents/model/resume.ts'
import { findEmails, findPhones } from '../../src/documents/model/resume-contact.ts'
import { findDates } from '../../src/documents/model/resume-dates.ts'
import { readDegree } from '../../src/documents/model/resume-education.ts'
import { spotSkills } from '../../src/documents/model/resume-skills.ts'
import { headingKind } from '../../src/documents/model/sections.ts'
import { processorMs } from '../support/processor-time.ts'

// Compliance-guide R27: an input of 100 kB built against the patterns must not take long.
const SIZE = 100_000
const repeat = (part: string) => part.repeat(Math.ceil(SIZE / part.length))

const ATTACKS: [string, string][] = [
  ['dots', repeat('.')],
  ['spaces', repeat(' ')],
  ['tabs', repeat('\t')],
  ['at signs', repeat('a@')],
  ['half addresses', repeat('a.a@a.a-')],
  ['digits', repeat('1')],
  ['spaced digits', repeat('1 2-')],
  ['plus signs', repeat('+0')],
  ['half dates', repeat('2019-')],
  ['dates', repeat('Jan 2019 - ')],
  ['months without years', repeat('January ')],
  ['capitals', repeat('A ')],
  ['commas', repeat('Aa, ')],
  ['brackets', repeat('((')],
  ['degrees', repeat('post graduate diploma ')],
  ['titles', repeat('Engineer at ')],
  ['hyphens', repeat('-')],
  ['lines', repeat('A\n')],
  ['headings', repeat('Experience\nEngineer\n2019\n')],
  ['slashes', repeat('http://')],
  ['combining marks', repeat('a\u0301\u0323')],
]

describe('text built against the patterns', () => {
  test.each(ATTACKS)('%s', (_, text) => {
    const started = processorMs()
    findEmails(text)
    findPhones(text)
    findDates(text)
    readDegree(text)
    spotSkills(text)
    headingKind(text)
    expect(processorMs() - started).toBeLessThan(250)
  })

  test.each(ATTACKS)('%s as a whole résumé', (_, text) => {
    const started = processorMs()
    readResume(`Ada Lovelace\nada@example.org\n${text}`)
    expect(processorMs() - started).toBeLessThan(3000)
  })

  test('twice the text takes about twice the time', () => {
    const part =
      'Experience\nStaff Nurse, Saint Brigid\tSep 2013 — Present\n• Ran the night ward with Java.\n\n'
    const time = (times: number) => {
      const started = processorMs()
      readResume(part.repeat(times))
      return processorMs() - started
    }
    time(100)
    const once = Math.min(time(400), time(400))
    expect(Math.min(time(800), time(800))).toBeLessThan(once * 4 + 50)
  })
})

describe('any text', () => {
  test('the same text gives the same facts', () => {
    const text = 'Ada Lovelace\nada@example.org\nExperience\nAnalyst\nEngine Ltd\n1990 - 1994'
    expect(readResume(text)).toEqual(readResume(text))
  })

  test.each([
    '',
    '\u0000',
    '\ud800',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '=1+1',
    '__proto__',
    'constructor\nSkills\n__proto__, constructor',
  ])('%j breaks nothing', (text) => {
    expect(readResume(text).emails).toEqual([])
  })

  test('each quoted span is where it says it is', () => {
    const text =
      'Ada Lovelace\nada@example.org | +44 20 7946 0958\n\nExperience\nAnalyst\nEngine Works Ltd\n1990 - 1994\n\nEducation\nUniversity of Leeds\nPhD in Algebra\n\nSkills\nAlgebra, Java\n\nLanguages\nEnglish (native)'
    const facts = readResume(text)
    const quotes = [
      facts.name!.quote,
      ...[facts.emails, facts.phones, facts.employments, facts.education, facts.skills, facts.languages]
        .flat()
        .map((fact) => fact.quote),
    ]
    expect(quotes.length).toBeGreaterThanOrEqual(8)
    for (const quote of quotes) expect(text.slice(quote.from, quote.to)).toBe(quote.text)
  })
})
