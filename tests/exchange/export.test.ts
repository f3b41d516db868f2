import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csvLines } from '../../src/adapters/csv-rows.ts'
import { csvText } from '../../src/adapters/csv-writing.ts'
import { addCandidates } from '../../src/candidates/arrivals/add-candidates.ts'
import { holdContact } from '../../src/candidates/contact/hold-contact.ts'
import { previewImport } from '../../src/exchange/preview-import.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import type { Actor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { exportsSite } from '../../src/server/exports-site.ts'
import { bringLists } from './bring-list.ts'

type World = Awaited<ReturnType<typeof bringLists>>
let test: World
beforeAll(async () => {
  test = await bringLists()
  await test.startDeliveries()
})
afterAll(() => test.close())

const get = async (
  path: string,
  actor: Actor = test.cast.maren,
  by: 'cookie' | 'token' = 'cookie',
  world = test,
) => {
  const site = exportsSite({ kernel: world.kernel, callerOf: async () => ({ actor, by }) })
  const response = await site.request(path)
  // Not `text()`, which would take the byte order mark away.
  return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString('utf8') }
}
const rowsIn = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[]
const hostile = ['=1+1', '+1', '-2', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x']

describe('a cell that a spreadsheet would calculate', () => {
  it('gets an apostrophe before it, and every cell is quoted', () => {
    expect(csvText([hostile])).toBe(`${hostile.map((cell) => `"'${cell}"`).join(',')}\r\n`)
    expect(csvText([['plain', 'a=b', null, 7]])).toBe('"plain","a=b","","7"\r\n')
  })

  it('stays as it is in raw mode, which only API tokens get', async () => {
    expect(csvText([hostile], { raw: true })).toBe(`${hostile.map((cell) => `"${cell}"`).join(',')}\r\n`)
    expect((await get('/candidates.csv?raw=true')).status).toBe(403)
    expect((await get('/candidates.csv?raw=true', test.cast.maren, 'token')).status).toBe(200)
  })
})

describe('the candidate list', () => {
  beforeAll(async () => {
    const people = Array.from({ length: 620 }, (_, at) => ({
      name: `Ada ${String.fromCharCode(97 + (at % 26))}Byte${at.toString(36)}`,
      emails: [`ada${at}@export.example`, `ada${at}@second.example`],
      phones: [`+3161${2_000_000 + at}`],
      company: at === 0 ? '=HYPERLINK("http://evil.example")' : 'Babbage, "Sons" & Co',
      location: 'Łódź',
    }))
    await test.value(test.kernel.run(addCandidates, { candidates: people }, test.by) as Promise<never>)
    const [one] = await test.rows(
      sql<{
        id: string
      }>`select candidate_id as id from candidates.contact_point where normalised = 'ada1@export.example'`,
    )
    await test.value(
      test.kernel.run(
        holdContact,
        { candidateIds: [one!.id], reason: 'Asked to' },
        test.by,
      ) as Promise<never>,
    )
  })

  it('streams everyone once, with formulas neutralised, and is written down', async () => {
    const { status, text } = await get('/candidates.csv')
    expect([status, text.charCodeAt(0)]).toEqual([200, 0xfeff])
    const rows = rowsIn(text)
    expect(new Set(rows.map((row) => row['Throughline ID'])).size).toBe(620)
    expect(rows.find((row) => row.Email?.startsWith('ada0@'))).toMatchObject({
      Company: `'=HYPERLINK("http://evil.example")`,
      Phone: "'+31612000000",
      Email: 'ada0@export.example; ada0@second.example',
    })
    expect(
      await test.rows(
        sql`select particulars from kernel.fact where name = 'export.made' order by id desc limit 1`,
      ),
    ).toEqual([{ particulars: { what: 'candidates', raw: false } }])
  })

  it('holds whom the same words and filters find on the screen, and is refused without the right', async () => {
    const input = encodeURIComponent(JSON.stringify({ filters: { contactable: false } }))
    expect(rowsIn((await get(`/candidates.csv?input=${input}`)).text)).toHaveLength(1)
    expect(
      rowsIn(
        (await get(`/candidates.csv?input=${encodeURIComponent('{"words":"ada7@export.example"}')}`)).text,
      ),
    ).toHaveLength(1)
    expect((await get('/candidates.csv?input=nonsense')).status).toBe(400)
    expect((await get('/candidates.csv', test.cast.ayse)).status).toBe(403)
  })

  it('comes in again as the same people, here and in a new installation', async () => {
    const { text } = await get('/candidates.csv')
    const points = async (world: World) =>
      world.rows(sql`select c.name, c.company, c.location, c.do_not_contact_at is not null as held, p.kind, p.normalised
        from candidates.candidate c join candidates.contact_point p on p.candidate_id = c.id order by p.kind, p.normalised`)
    const before = await points(test)
    const importId = await test.bring('candidates.csv', text)
    await test.value(test.kernel.run(previewImport, { importId }, test.by))
    expect((await test.until(importId, 'previewed')).foreseen).toMatchObject({ joined: 620, added: 0 })
    await test.value(test.kernel.run(runImport, { importId }, test.by))
    expect((await test.until(importId, 'done')).done).toMatchObject({ joined: 620, added: 0 })
    expect(await points(test)).toEqual(before)

    const other = await bringLists()
    try {
      await other.startDeliveries()
      const there = await other.bring('candidates.csv', text)
      await other.value(other.kernel.run(runImport, { importId: there }, other.by))
      expect((await other.until(there, 'done')).done).toMatchObject({ added: 620, joined: 0 })
      expect(await points(other)).toEqual(before)
    } finally {
      await other.close()
    }
  })

  it('gives the report of an import, every row with what became of it', async () => {
    const importId = await test.bring(
      'two.csv',
      'Name,Email\nReport One,report1@export.example\n,report2@export.example\n',
    )
    await test.value(test.kernel.run(runImport, { importId }, test.by))
    await test.until(importId, 'done')
    const rows = rowsIn((await get(`/imports/${importId}.csv`, test.cast.ayse)).text)
    expect(rows).toEqual([
      {
        Row: '2',
        Outcome: 'added',
        Remark: '',
        Candidate: 'Report One',
        Name: 'Report One',
        Email: 'report1@export.example',
      },
      expect.objectContaining({ Row: '3', Outcome: 'error', Remark: expect.stringContaining('no name') }),
    ])
    expect((await get(`/imports/${importId}.csv`, test.cast.ifeoma)).status).toBe(403)
  })

  it('of a job out of sight or unknown is not found', async () => {
    expect((await get('/applications.csv?jobId=0192a000-0000-7000-8000-00000000ffff')).status).toBe(404)
  })
})

const corpus = '../shared/corpus/files/csv-spectrum/csvs'
describe.skipIf(!existsSync(corpus))(
  'csv-spectrum (skipped where the corpus is not beside the repository)',
  () => {
    it.each(existsSync(corpus) ? readdirSync(corpus) : [])(
      '%s is read as its JSON says and written back the same',
      (name) => {
        const lines = csvLines(readFileSync(`${corpus}/${name}`)).map(({ cells }) => cells)
        const expected = JSON.parse(
          readFileSync(`${corpus.replace('csvs', 'json')}/${name.replace('.csv', '.json')}`, 'utf8'),
        )
        const [headings = [], ...rows] = lines.filter((cells) => cells.some((cell) => cell !== ''))
        const unixed = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('\\r\\n', '\\n'))
        expect(
          unixed(
            rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]))),
          ),
        ).toEqual(unixed(expected))
        const again = csvLines(new TextEncoder().encode(csvText(lines, { raw: true }))).map(
          ({ cells }) => cells,
        )
        expect(again).toEqual(lines)
      },
    )
  },
)
