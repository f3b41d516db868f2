import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { origins } from '../../../src/candidates/model/candidate.ts'
import {
  type HeldRecord,
  type HeldValue,
  merged,
  planMerge,
  split,
  survivorOf,
} from '../../../src/candidates/model/merge.ts'
import type { Instant } from '../../../src/kernel/model/time.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString() as Instant
const held = (id: string, more: Partial<HeldValue> = {}): HeldValue => ({
  id,
  field: 'email',
  key: id,
  primary: true,
  provenance: { from: 'user', at: day(1) },
  ...more,
})
const record = (id: string, ...values: HeldValue[]): HeldRecord => ({ id, knownSince: day(1), values })

const anyRecord = (id: string): fc.Arbitrary<HeldRecord> =>
  fc.record({
    id: fc.constant(id),
    knownSince: fc.integer({ min: 1, max: 9 }).map(day),
    values: fc
      .array(
        fc.record({
          field: fc.constantFrom('name', 'email', 'phone'),
          key: fc.constantFrom('k1', 'k2', 'k3'),
          wanted: fc.boolean(),
          from: fc.constantFrom(...origins),
          at: fc.integer({ min: 1, max: 9 }).map(day),
        }),
        { maxLength: 8 },
      )
      .map((rows) =>
        rows.map(({ field, key, wanted, from, at }, index) => {
          const primary =
            wanted && !rows.slice(0, index).some((earlier) => earlier.field === field && earlier.wanted)
          return { id: `${id}${index}`, field, key, primary, provenance: { from, at } }
        }),
      ),
  })

describe('a merge', () => {
  it('and its undo leave any two records as they were', () => {
    fc.assert(
      fc.property(anyRecord('a'), anyRecord('b'), fc.subarray(['a0', 'a1', 'b0', 'b1']), (a, b, chosen) => {
        const merge = planMerge(a, b, new Set(chosen))
        const undone = split(merged(a, b, merge), b.knownSince, merge)
        expect(undone).toEqual({ survivor: a, absorbed: b, assignments: [] })
      }),
    )
  })

  it('loses no value and leaves one primary value where there was one', () => {
    fc.assert(
      fc.property(anyRecord('a'), anyRecord('b'), (a, b) => {
        const one = merged(a, b, planMerge(a, b))
        expect(one.values.map(({ id }) => id)).toEqual([...a.values, ...b.values].map(({ id }) => id))
        for (const field of ['name', 'email', 'phone']) {
          const before = [...a.values, ...b.values].some((value) => value.field === field && value.primary)
          const after = one.values.filter((value) => value.field === field && value.primary)
          expect(after).toHaveLength(before ? 1 : 0)
        }
      }),
    )
  })

  it('inside another merge can be undone before the other', () => {
    fc.assert(
      fc.property(anyRecord('a'), anyRecord('b'), anyRecord('c'), (a, b, c) => {
        const first = planMerge(b, c)
        const pair = merged(b, c, first)
        const second = planMerge(a, pair)
        const outer = split(merged(a, pair, second), b.knownSince, second)
        expect(outer.survivor).toEqual(a)
        const inner = split(outer.absorbed, c.knownSince, first)
        expect([inner.survivor, inner.absorbed]).toEqual([b, c])
      }),
    )
  })

  it('lets the choice of the user win, then the words of the person, then the newer value, then the survivor', () => {
    const said = { provenance: { from: 'application', at: day(1) } } as const
    const newer = { provenance: { from: 'user', at: day(5) } } as const
    const because = (a: HeldValue, b: HeldValue, chosen: string[] = []) => {
      const [choice] = planMerge(record('a', a), record('b', b), new Set(chosen)).choices
      return `${choice?.winner} ${choice?.because}`
    }
    expect(because(held('a0', said), held('b0', newer), ['b0'])).toBe('b0 chosen')
    expect(because(held('a0', newer), held('b0', said))).toBe('b0 said-by-the-person')
    expect(because(held('a0'), held('b0', newer))).toBe('b0 newer')
    expect(because(held('a0'), held('b0'))).toBe('a0 survivor')
    expect(because(held('a0', { key: 'k' }), held('b0', { key: 'k', ...said }))).toBe('a0 same')
  })

  it('keeps the older record, and the same one whichever is named first', () => {
    const [old, young] = [record('b'), { ...record('a'), knownSince: day(2) }]
    expect(survivorOf(old, young)).toBe(old)
    expect(survivorOf(young, old)).toBe(old)
    expect(survivorOf(record('y'), record('x')).id).toBe('x')
  })
})

describe('a split', () => {
  const [a, b] = [record('a', held('a0', { with: 'app-1' })), record('b', held('b0', { with: 'app-2' }))]
  const merge = planMerge(a, b)
  const later = (more: Partial<HeldValue>) => ({
    ...merged(a, b, merge),
    values: [...merged(a, b, merge).values, held('new', { field: 'phone', ...more })],
  })

  it.each([
    ['with what it came with', { with: 'app-2' }, 'absorbed', 'came-with'],
    [
      'to the record that holds the same value',
      { field: 'email', key: 'b0', primary: false },
      'absorbed',
      'same-value',
    ],
    ['with the survivor where nothing tells', {}, 'survivor', 'survivor'],
  ])('sends what was added since %s', (_, more, to, because) => {
    const { assignments, ...sides } = split(later(more), b.knownSince, merge)
    expect(assignments).toEqual([{ value: 'new', to, because }])
    expect(sides[to as 'survivor' | 'absorbed'].values.map(({ id }) => id)).toContain('new')
  })

  it('obeys the user over the rules', () => {
    const { absorbed } = split(later({ with: 'app-1' }), b.knownSince, merge, new Map([['new', 'absorbed']]))
    expect(absorbed.values.map(({ id }) => id)).toEqual(['b0', 'new'])
  })

  it('keeps a primary value that was chosen after the merge', () => {
    const now = later({ field: 'email' })
    const chosen = { ...now, values: now.values.map((value) => ({ ...value, primary: value.id === 'new' })) }
    const { survivor, absorbed } = split(chosen, b.knownSince, merge)
    expect(survivor.values.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['new'])
    expect(absorbed.values.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['b0'])
  })
})
