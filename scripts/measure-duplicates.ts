import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parse } from 'csv-parse'
import { findDuplicates } from '../src/adapters/find-duplicates-csv.ts'

/** How well the pairs found in a list agree with the pairs that are one person. */
export interface Measured {
  rows: number
  truePairs: number
  foundPairs: number
  rightPairs: number
  precision: number
  recall: number
  f1: number
  milliseconds: number
}

/** Where the FEBRL lists lie, relative to the repository; they are not part of it. */
export const febrl = {
  febrl1: '../shared/corpus/people/febrl/dataset1.csv',
  febrl2: '../shared/corpus/people/febrl/dataset2.csv',
}

/** Measures pairs over a list whose ids name the person: rec-7-org and rec-7-dup-0 are one. */
export async function measure(file: string): Promise<Measured> {
  const rowsOf = new Map<string, number>()
  let rows = 0
  const lines = createReadStream(file).pipe(parse({ trim: true, from_line: 2 }))
  for await (const [id] of lines as AsyncIterable<string[]>) {
    rowsOf.set(person(id!), (rowsOf.get(person(id!)) ?? 0) + 1)
    rows++
  }
  const truePairs = [...rowsOf.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const start = performance.now()
  let foundPairs = 0
  let rightPairs = 0
  for await (const { a, b } of findDuplicates(file)) {
    foundPairs++
    if (person(a) === person(b)) rightPairs++
  }
  const milliseconds = Math.round(performance.now() - start)
  const precision = foundPairs === 0 ? 0 : rightPairs / foundPairs
  const recall = truePairs === 0 ? 0 : rightPairs / truePairs
  const f1 = rightPairs === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { rows, truePairs, foundPairs, rightPairs, precision, recall, f1, milliseconds }
}

function person(id: string): string {
  return /^rec-(\d+)-/u.exec(id)?.[1] ?? id
}

function row(name: string, found: Measured): string {
  const shares = [found.precision, found.recall, found.f1].map((value) => value.toFixed(4))
  const counts = [found.rows, found.truePairs, found.foundPairs, found.rightPairs].map((value) =>
    value.toLocaleString('en'),
  )
  return `| ${[name, ...counts, ...shares, found.milliseconds].join(' | ')} |`
}

async function main(page: string | undefined): Promise<void> {
  const lines = [
    '| list | rows | pairs that are one person | pairs found | of them right | precision | recall | F1 | ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ]
  for (const [name, file] of Object.entries(febrl)) {
    if (existsSync(file)) lines.push(row(name, await measure(file)))
    else console.error(`${name}: ${file} is not there, left out`)
  }
  const table = lines.join('\n')
  console.log(table)
  if (page === undefined || lines.length < 4) return
  const text = readFileSync(page, 'utf8')
  const stamp = `Node ${process.versions.node}, ${availableParallelism()} cores.`
  writeFileSync(
    page,
    text.replace(/(<!-- figures -->\n)[\s\S]*?(\n<!-- end -->)/u, `$1${table}\n\n${stamp}$2`),
  )
}

if (import.meta.main) await main(process.argv[2])
