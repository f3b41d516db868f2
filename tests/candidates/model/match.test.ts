import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { findPairs } from '../../../src/candidates/model/find-pairs.ts'
import { match } from '../../../src/candidates/model/match.ts'
import { countPopulation, uncounted } from '../../../src/candidates/model/population.ts'
import { jaroWinkler, typingErrors } from '../../../src/candidates/model/similarity.ts'
import { type MatchRecord, traitsOf } from '../../../src/candidates/model/traits.ts'

type Sketch = Partial<Omit<MatchRecord, 'names'>> & { name?: string; goesBy?: string }

function record({ name, goesBy, ...rest }: Sketch): MatchRecord {
  return { names: name === undefined ? [] : [{ full: name, goesBy }], ...rest }
}

function compare(a: Sketch, b: Sketch, size = 10_000) {
  return match(traitsOf(record(a), 'DE'), traitsOf(record(b), 'DE'), uncounted(size))
}

const home = { number: '7', lines: ['Lindenstraße'], place: 'Kiel', postcode: '24103' }

describe('two records', () => {
  test.each<[string, Sketch, Sketch, 'same' | 'perhaps' | 'different', string]>([
    [
      'one mailbox and one name',
      { name: 'Ann Lee', emails: ['a@x.example'] },
      { name: 'Ann Lee', emails: ['A@x.example'] },
      'same',
      'email-same',
    ],
    [
      'one mailbox, name unknown',
      { emails: ['ann.lee@x.example'] },
      { name: 'Ann Lee', emails: ['ann.lee@x.example'] },
      'same',
      'email-same',
    ],
    [
      'one mailbox and a nickname',
      { name: 'Eddy Stone', emails: ['e@x.example'] },
      { name: 'Edward Stone', emails: ['e@x.example'] },
      'same',
      'given-name-form',
    ],
    [
      'one mailbox, another first name',
      { name: 'Ann Lee', emails: ['lee@x.example'] },
      { name: 'Oscar Lee', emails: ['lee@x.example'] },
      'perhaps',
      'household',
    ],
    [
      'one mailbox, another birth date',
      { name: 'Jan Lee', born: '1950-01-02', emails: ['lee@x.example'] },
      { name: 'Jan Lee', born: '1984-11-30', emails: ['lee@x.example'] },
      'perhaps',
      'born-differs',
    ],
    [
      'one shared mailbox, other names',
      { name: 'Ann Lee', emails: ['info@x.example'] },
      { name: 'Tom Berg', emails: ['info@x.example'] },
      'different',
      'email-shared',
    ],
    [
      'one shared mailbox and one name',
      { name: 'Ann Quint', emails: ['info@x.example'] },
      { name: 'Ann Quint', emails: ['info@x.example'] },
      'perhaps',
      'email-shared',
    ],
    [
      'one phone and one name',
      { name: 'Ann Lee', phones: ['0170 1234567'] },
      { name: 'Lee, Ann', phones: ['+49 170 1234567'] },
      'same',
      'phone-same',
    ],
    [
      'one phone, another first name',
      { name: 'Ann Lee', phones: ['0170 1234567'] },
      { name: 'Oscar Lee', phones: ['0170 1234567'] },
      'perhaps',
      'household',
    ],
    [
      'one phone, name unknown',
      { phones: ['0170 1234567'] },
      { name: 'Ann Lee', phones: ['0170 1234567'] },
      'perhaps',
      'phone-same',
    ],
    [
      'one profile page',
      { name: 'Ann Lee', links: ['linkedin.com/in/annlee'] },
      { name: 'Ann Lee', links: ['https://www.linkedin.com/in/AnnLee/'] },
      'same',
      'link-same',
    ],
    [
      'one mailbox by its plus-address',
      { name: 'Ann Lee', emails: ['ann+a@x.example'] },
      { name: 'Ann Lee', emails: ['ann@x.example'] },
      'perhaps',
      'email-alike',
    ],
    [
      'one name, birth date and address',
      { name: 'Ann Lee', born: '1984-11-30', address: home },
      { name: 'Ann Lee', born: '1984-11-30', address: home },
      'perhaps',
      'born-same',
    ],
    [
      'swapped names and a slip in the date',
      { name: 'Anna Petersen', born: '1984-11-30', address: home },
      { name: 'Petersen Anna', born: '1984-11-03', address: home },
      'perhaps',
      'names-swapped',
    ],
    [
      'one script and another',
      { name: 'Юрий Щербаков', born: '1984-11-30' },
      { name: 'Iurii Shcherbakov', born: '1984-11-30' },
      'perhaps',
      'given-name-same',
    ],
    [
      'an umlaut spelt out',
      { name: 'Jürgen Möller', born: '1984-11-30' },
      { name: 'Juergen Moeller', born: '1984-11-30' },
      'perhaps',
      'family-name-same',
    ],
    [
      'a couple at one address',
      { name: 'Ann Lee', born: '1984-11-30', address: home },
      { name: 'Oscar Lee', born: '1980-02-14', address: home },
      'different',
      'household',
    ],
    ['one name and nothing else', { name: 'Ann Lee' }, { name: 'Ann Lee' }, 'perhaps', 'given-name-same'],
    [
      'nothing in common',
      { name: 'Ann Lee', emails: ['a@x.example'] },
      { name: 'Tom Berg', emails: ['t@y.example'] },
      'different',
      'family-name-differs',
    ],
  ])('with %s', (_, a, b, verdict, reason) => {
    const found = compare(a, b)
    expect(found.reasons.map(({ code }) => code)).toContain(reason)
    expect(found.verdict).toBe(verdict)
  })

  it('are judged by the name that a person goes by', () => {
    const [formal, daily] = [
      { name: 'Xiaoming Wang', goesBy: 'Tony', phones: ['0170 1234567'] },
      { name: 'Tony Wang', phones: ['0170 1234567'] },
    ]
    expect(compare(formal, daily).verdict).toBe('same')
    expect(compare({ ...formal, goesBy: undefined }, daily).verdict).toBe('perhaps')
  })

  it('with two mailboxes and two phones have less in common than their name alone', () => {
    const [a, b] = [
      { name: 'Ann Lee', emails: ['a@x.example'], phones: ['0170 1234567'] },
      { name: 'Ann Lee', emails: ['z@y.example'], phones: ['0151 7654321'] },
    ]
    expect(compare(a, b).score).toBeLessThan(compare({ name: a.name }, { name: b.name }).score)
    expect(compare(a, b, 50_000).verdict).toBe('different')
  })

  it('need more in common in a longer list', () => {
    const [a, b] = [{ name: 'Ann Lee' }, { name: 'Ann Lee' }]
    expect(compare(a, b, 1_000_000).score).toBeLessThan(compare(a, b, 1000).score)
  })

  it('say more by a rare name than by a common one', () => {
    const list = [...Array(400).fill('Ann Smith'), 'Ottilie Trevorrow', 'Ottilie Trevorrow'].map((name) =>
      traitsOf(record({ name })),
    )
    const population = countPopulation(list)
    const rare = match(list[400]!, list[401]!, population)
    expect(rare.score).toBeGreaterThan(match(list[0]!, list[1]!, population).score)
  })

  it('are judged alike in either order, and the reasons add up to the score', () => {
    const sketch = fc.record(
      {
        name: fc.constantFrom('Ann Lee', 'Lee Ann', 'Anna Leigh', 'Eddy Stone', 'E. Stone', 'Юрий Ли', ''),
        emails: fc.array(fc.constantFrom('a@x.example', 'a+b@x.example', 'info@x.example', 'nonsense'), {
          maxLength: 2,
        }),
        phones: fc.array(fc.constantFrom('0170 1234567', '1234567', '+44 20 7946 0958'), { maxLength: 2 }),
        born: fc.constantFrom('1984-11-30', '1984-11-03', '30.11.1984', ''),
        address: fc.constantFrom(home, { place: 'Kiel' }, {}),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(sketch, sketch, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)]
        expect(there.score).toBe(back.score)
        expect(there.verdict).toBe(back.verdict)
        const bits = there.reasons.reduce((sum, { weight }) => sum + weight, -Math.log2(10_000))
        expect(there.score).toBeCloseTo(1 / (1 + 2 ** -bits), 3)
        for (const { says, weight } of there.reasons) {
          expect(says).not.toBe('')
          expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.01)
        }
      }),
    )
  })
})

describe('a list', () => {
  it('yields each pair once, also from blocks too large to compare whole', () => {
    const crowd = Array.from({ length: 300 }, (_, at) =>
      record({ name: 'Ann Smith', emails: [`p${at}@x.example`, 'jobs@x.example'] }),
    )
    const twin = record({ name: 'Ann Smith', emails: ['p7@x.example'] })
    const pairs = [...findPairs([...crowd, twin].map((one) => traitsOf(one)))]
    expect(new Set(pairs.map(({ first, second }) => `${first} ${second}`)).size).toBe(pairs.length)
    expect(pairs.find(({ first, second }) => first === 7 && second === 300)?.verdict).toBe('same')
  })
})

describe('similarity', () => {
  test.each([
    ['wilkins', 'wilikns', 1],
    ['anna', 'ana', 1],
    ['anna', 'anka', 1],
    ['abcd', 'badc', 2],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ])('%s and %s are %i typing errors apart', (a, b, errors) => {
    expect(typingErrors(a, b, 5)).toBe(errors)
    expect(typingErrors(a, b, 1)).toBe(Math.min(errors, 2))
  })

  test.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
  ])('%s and %s have the published Jaro-Winkler value', (a, b, value) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(value, 3)
  })

  it('never counts more errors than a limit of one allows, whatever the texts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b, 1)).toBe(Math.min(2, typingErrors(a, b, 20)))
        expect(typingErrors(a, b, 20)).toBe(typingErrors(b, a, 20))
      }),
    )
  })
})
