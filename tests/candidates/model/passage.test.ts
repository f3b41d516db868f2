import fc from 'fast-check'
import { expect, it } from 'vitest'
import { passageAround } from '../../../src/candidates/model/passage.ts'

const most = { before: 50, after: 60 }
const around = (text: string, found: string, least = 0) => {
  const start = text.indexOf(found)
  const passage = passageAround(text, { start, end: start + found.length }, { ...most, least })
  return text.slice(passage.start, passage.end)
}
const resume = `Cantábrica Drones, Engineer\t2024 – now
- Tuned position loops on twelve joints; settling
  time from 180 to 65 ms
- Found a limit cycle
Skills
Rust, C++`

it.each([
  ['position loops', 'Tuned position loops on twelve joints; settling\n  time from 180 to 65 ms'],
  ['65 ms', 'on twelve joints; settling\n  time from 180 to 65 ms'],
  ['limit cycle', 'Found a limit cycle'],
  ['Engineer', 'Cantábrica Drones, Engineer\t2024 – now'],
  ['Rust', 'Rust, C++'],
])('shows %s in its own line or point', (found, shown) => {
  expect(around(resume, found)).toBe(shown)
})

it('goes on into the next line where its own is short', () => {
  expect(around(resume, 'limit cycle', 25)).toBe('Found a limit cycle\nSkills')
})

it('of any text holds the find, and no more than asked beside it', () => {
  const texts = fc.array(fc.constantFrom('a', 'B', ' ', '\n', '- ', '字', '\t'), { maxLength: 300 })
  fc.assert(
    fc.property(texts, fc.nat(300), fc.integer({ min: 1, max: 20 }), (parts, at, length) => {
      const text = parts.join('')
      const start = Math.min(at, text.length)
      const end = Math.min(start + length, text.length)
      const passage = passageAround(text, { start, end }, most)
      expect(passage.start).toBeGreaterThanOrEqual(Math.max(0, start - most.before))
      expect(passage.start).toBeLessThanOrEqual(start)
      expect(passage.end).toBeGreaterThanOrEqual(end)
      expect(passage.end).toBeLessThanOrEqual(end + most.after)
    }),
  )
})
