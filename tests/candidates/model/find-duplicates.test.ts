import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { febrl, measure } from '../../../scripts/measure-duplicates.ts'
import { type Duplicate, findDuplicates } from '../../../src/adapters/find-duplicates-csv.ts'
import { processorMs } from '../../support/processor-time.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duplicates-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function duplicatesOf(csv: string): Promise<Duplicate[]> {
  const file = join(folder, 'list.csv')
  await writeFile(file, csv)
  return Array.fromAsync(findDuplicates(file, 'DE'))
}

describe('duplicates in a CSV file', () => {
  test.each([
    [
      'English headings',
      'id,First Name,Last name,E-Mail\n1,Ann,Lee,a@x.example\n2,ann,LEE,A@x.example\n3,Tom,Berg,t@x.example',
    ],
    [
      'German headings',
      '\ufeffNr,Vorname,Nachname,Geburtsdatum,Straße,PLZ\n1,Jürgen,Möller,30.11.1984,Lindenstr. 7,24103\n2,Juergen,Moeller,30.11.1984,Lindenstr. 7,24103\n3,Tom,Berg,,,',
    ],
    [
      'one column for the name, several phones in a cell',
      'key,name,phones\n1,Ann Lee,0151 1112223; 0170 1234567\n2,"Lee, Ann",+49 170 1234567\n3,Tom Berg,',
    ],
  ])('are found under %s', async (_, csv) => {
    const found = await duplicatesOf(csv)
    expect(found.map(({ a, b }) => [a, b])).toEqual([['1', '2']])
    expect(found[0]!.score).toBeGreaterThan(0.9)
    expect(found[0]!.reasons[0]!.weight).toBeGreaterThan(0)
  })

  it('are never judged by a state number', async () => {
    const csv = (first: string, second: string) =>
      `id,name,soc_sec_id,ssn\n1,Ann Lee,${first},${first}\n2,Ann Lee,${second},${second}`
    expect(await duplicatesOf(csv('123', '123'))).toEqual(await duplicatesOf(csv('123', '987')))
  })

  it('are none in an empty file, a file of headings and a file of odd rows', async () => {
    for (const csv of ['', 'id,name', 'id,name,email\n1\n2,,,,,\n3,"",@'])
      expect(await duplicatesOf(csv)).toEqual([])
  })

  it('are refused with an error where there is no file', async () => {
    await expect(Array.fromAsync(findDuplicates(join(folder, 'absent.csv')))).rejects.toThrow('ENOENT')
  })

  it('are found among 5,000 rows without comparing each with each', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `${at},Name${at} Family${at % 700},p${at}@x.example`)
    const start = processorMs()
    const found = await duplicatesOf(
      ['id,name,email', ...rows, 'twin,Name42 Family42,p42@x.example'].join('\n'),
    )
    expect(found).toContainEqual(expect.objectContaining({ a: '42', b: 'twin' }))
    // 12.5 million comparisons would take half a minute here.
    expect(processorMs() - start).toBeLessThan(8000)
  })

  for (const [name, file] of Object.entries(febrl))
    it.skipIf(!existsSync(file))(
      `of ${name} are found with an F1 of at least 0.98 (skipped without the shared corpus)`,
      async () => {
        const { f1, precision } = await measure(file)
        expect(f1).toBeGreaterThanOrEqual(0.98)
        expect(precision).toBeGreaterThanOrEqual(0.99)
      },
    )
})
