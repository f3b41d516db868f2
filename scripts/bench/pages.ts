import type pg from 'pg'
import { cursorOf } from '../../src/views/model/cursor.ts'
import { applicationsOf, jobId } from './load.ts'
import { candidateId, nameOf, searched } from './people.ts'
import type { Http } from './serving.ts'

/** A question as the app puts it to the API. */
export interface Asked {
  readonly name: string
  readonly input: object
}

/** A row of the table: so many ways to ask, each of them questions that the app puts at once. */
export interface Page {
  readonly name: string
  readonly variants: readonly (readonly Asked[])[]
  /** Whether an answer is what was meant to be measured. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer of any shape, looked into by who asked.
  readonly isMeant: (value: any, asked: Asked) => boolean
}

export const pages = async (owner: pg.Client, of: number): Promise<Page[]> => {
  const some = <T>(make: (at: number) => T, count = 40): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const spread = (at: number) => (at * 2_654_435 + 12_345) % of
  const words = (name: string, asked: readonly string[], isMeant: Page['isMeant']): Page => ({
    name,
    variants: asked.map((each) => [{ name: 'views.candidates', input: { words: each } }]),
    isMeant: (value, it) =>
      isMeant(value, it) && value.rows.every((row: { why: unknown[] }) => row.why.length > 0),
  })
  const { onFirst } = applicationsOf(of)
  return [
    { name: 'candidate-list', variants: [[{ name: 'views.candidates', input: {} }]], isMeant: full(of) },
    words(
      'name-search',
      some((at) => nameTyped(nameOf(spread(at)), at)),
      (value) => value.rows.length > 0,
    ),
    words(
      'resume-search-none',
      some((at) => `zzq${at}wordless`),
      (value) => value.rows.length === 0,
    ),
    words(
      'resume-search-rare',
      searched.rare.slice(0, Math.max(1, Math.min(200, of / 25))),
      (value) => of < 5000 || value.rows.length > 0,
    ),
    words('resume-search-half', searched.half, full(of / 3)),
    words('resume-search-two-words', pairs(searched.third), full(of / 15)),
    {
      name: 'candidate-page',
      variants: some((at) => {
        const id = candidateId(spread(at), of)
        return [
          { name: 'views.candidate', input: { candidateId: id } },
          { name: 'views.timeline', input: { candidateId: id } },
        ]
      }, 400),
      isMeant: (value, { name }) => name === 'views.candidate' || value.entries.length >= 10,
    },
    {
      name: 'pipeline',
      variants: [[{ name: 'ats.board', input: { jobId: jobId(0), cardsPerStage: 100 } }]],
      isMeant: (value) => value.choices.all === onFirst,
    },
    {
      name: 'deep-page',
      variants: (await placesIn(owner, of)).map((after) => [{ name: 'views.candidates', input: { after } }]),
      isMeant: full(of / 10),
    },
  ]
}

/** Asks each row once and throws where the answer is not what its name says: a quick wrong answer is no figure. */
export const checkPages = async (http: Http, all: readonly Page[]): Promise<void> => {
  for (const { name, variants, isMeant } of all)
    for (const asked of variants[0]!)
      if (!isMeant(await http.ask(asked.name, asked.input), asked))
        throw new Error(`${name}: the answer of ${asked.name} is not what is to be measured.`)
}

const full = (known: number) => (value: { rows: unknown[] }) =>
  value.rows.length === Math.min(50, Math.floor(known))

/** As people type: the whole name, the family name, the name's beginning with a star, the name with a slip. */
const nameTyped = (name: string, at: number): string => {
  const last = name.split(' ').at(-1)!
  if (at % 4 === 1) return last
  if (at % 4 === 2) return `${name}*`
  if (at % 4 === 3 && last.length > 4) return name.replace(last, last.slice(0, 2) + last.slice(3))
  return name
}

const pairs = (words: readonly string[]): string[] =>
  words.flatMap((one, at) => words.slice(at + 1).map((other) => `${one} ${other}`))

/** Cursors of pages in the middle and at nine tenths of the list. */
const placesIn = async (owner: pg.Client, of: number): Promise<string[]> => {
  const places: string[] = []
  for (const share of [0.5, 0.6, 0.7, 0.8, 0.85]) {
    const found = await owner.query(
      `select id, last_activity_at as recency from candidates.candidate order by last_activity_at desc, id desc offset $1 limit 1`,
      [Math.floor(of * share)],
    )
    places.push(cursorOf(found.rows[0]))
  }
  return places
}
