/**
 * Reads every résumé of the corpus that has a known truth and says how much was found and how much of it
 * was right; then opens every other file of the corpus only to see that nothing breaks.
 *
 *   node scripts/measure-resumes.ts [--no-ocr] [--only-ocr] [--no-crash-run] [--misses FIELD] [--json]
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readResumeFiles } from '../src/adapters/read-resume-files.ts'
import { createTextExtraction } from '../src/adapters/text-extraction.ts'
import { fold, words } from '../src/documents/model/fold.ts'

const FIELDS = ['name', 'emails', 'phones', 'employers', 'titles', 'schools', 'degrees', 'skills'] as const
type Field = (typeof FIELDS)[number]
type Truth = { file: string; kind: string; layout?: string; covers: Field[]; source: string } & Record<
  Field,
  unknown
>
type Count = { found: number; right: number; wanted: number; met: number; same: number }

const option = (name: string) => process.argv.includes(name)
const corpus = resolve(import.meta.dirname, '../../shared/corpus')
const truths = (JSON.parse(readFileSync(join(corpus, 'resumes/truth.json'), 'utf8')) as Truth[]).filter(
  (truth) => {
    const picture = truth.kind === 'scan' || truth.kind === 'png'
    return option('--only-ocr') ? picture : !(option('--no-ocr') && picture)
  },
)

const tables = new Map<string, Map<Field, Count>>()
const missesOf = process.argv[process.argv.indexOf('--misses') + 1] as Field
let failed = 0
const times: number[] = []
// The first file also starts the reader, which then stays; it is told apart.
const timesOfKind = new Map<string, number[]>()
let at = 0
for await (const line of readResumeFiles(truths.map((truth) => join(corpus, 'resumes', truth.file)))) {
  const truth = truths[at++]!
  times.push(line.ms)
  if (at > 1) timesOfKind.set(truth.kind, [...(timesOfKind.get(truth.kind) ?? []), line.ms])
  if (!line.ok) {
    failed += 1
    console.log(`not read: ${truth.file} ${line.error}`)
  }
  const layout = truth.layout === 'flat' ? 'flat layout' : 'lines kept'
  for (const field of truth.covers) {
    const counted = compare(field, valuesOf(line[field]), valuesOf(truth[field]))
    for (const table of [layout, `${truth.kind}${truth.layout === 'flat' ? ' (flat)' : ''}`])
      add(table, field, counted)
    if (
      option('--misses') &&
      field === missesOf &&
      truth.layout !== 'flat' &&
      counted.met + counted.right < counted.wanted + counted.found
    )
      console.log(
        `${truth.file}\n   wanted ${JSON.stringify(truth[field])}\n   read   ${JSON.stringify(line[field])}`,
      )
  }
}
for (const [name, table] of [...tables].sort()) print(name, table)
const firstMs = times[0]
times.sort((a, b) => a - b)
console.log(
  `\n${truths.length} files, ${failed} not read; ms a file: median ${times[times.length >> 1]}, 95 % ${times[Math.floor(times.length * 0.95)]}, most ${times.at(-1)}`,
)
console.log(`first file, reader started: ${firstMs} ms`)
for (const [kind, spent] of [...timesOfKind].sort()) {
  spent.sort((a, b) => a - b)
  console.log(
    `- ${kind}: median ${spent[spent.length >> 1]}, 95 % ${spent[Math.floor(spent.length * 0.95)]} ms of ${spent.length} files`,
  )
}
if (!option('--no-crash-run') && !option('--misses')) await openEverything()

function valuesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string' && item !== '',
  )
}

/** One wanted value may be met by any read one and the reverse, because the truth repeats itself in variants. */
function compare(field: Field, read: string[], wanted: string[]): Count {
  const like = (a: string, b: string) => matches(field, a, b)
  return {
    found: read.length,
    right: read.filter((value) => wanted.some((want) => like(value, want))).length,
    wanted: wanted.length,
    met: wanted.filter((want) => read.some((value) => like(value, want))).length,
    same: wanted.filter((want) => read.some((value) => words(value).join(' ') === words(want).join(' ')))
      .length,
  }
}

/** Mail and phone by their signs; names by their words; the rest when one's words stand in the other or most are shared. */
function matches(field: Field, a: string, b: string): boolean {
  if (field === 'emails') return a.toLowerCase() === b.toLowerCase()
  if (field === 'phones') return a.replace(/\D/g, '').slice(-9) === b.replace(/\D/g, '').slice(-9)
  if (field === 'skills' && (/[+#]/.test(a) || /[+#]/.test(b) || Math.min(a.length, b.length) < 3))
    return fold(a) === fold(b)
  const one = words(a)
  const other = words(b)
  if (one.length === 0 || other.length === 0) return fold(a) === fold(b)
  if (field === 'name') return [...one].sort().join(' ') === [...other].sort().join(' ')
  const text = ` ${one.join(' ')} `
  const against = ` ${other.join(' ')} `
  if (text.includes(against) || against.includes(text)) return true
  if (one.join('') === other.join('')) return true
  const shared = one.filter((word) => other.includes(word)).length
  return (2 * shared) / (one.length + other.length) >= 0.7
}

function add(name: string, field: Field, counted: Count): void {
  const table = tables.get(name) ?? new Map<Field, Count>()
  tables.set(name, table)
  const sum = table.get(field) ?? { found: 0, right: 0, wanted: 0, met: 0, same: 0 }
  for (const part of Object.keys(sum) as (keyof Count)[]) sum[part] += counted[part]
  table.set(field, sum)
}

function print(name: string, table: Map<Field, Count>): void {
  console.log(
    `\n### ${name}\n\n| field | precision | recall | F1 | word for word recall | values |\n|---|---:|---:|---:|---:|---:|`,
  )
  for (const field of FIELDS) {
    const sum = table.get(field)
    if (!sum || sum.wanted === 0) continue
    const precision = sum.found === 0 ? 0 : sum.right / sum.found
    const recall = sum.met / sum.wanted
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    const cells = [precision, recall, f1, sum.same / sum.wanted].map((value) => value.toFixed(3)).join(' | ')
    console.log(`| ${field} | ${cells} | ${sum.wanted} |`)
  }
}

async function openEverything(): Promise<void> {
  const files = globSync(
    ['resumes/**/*.*', 'files/{pdfjs,pdf-samples,docx-mammoth,docx-python,zip}/**/*.*'],
    { cwd: corpus },
  ).filter((file) => !option('--no-ocr') || !/\.(?:png|jpe?g)$|scan/.test(file))
  const results = new Map<string, number>()
  const extraction = createTextExtraction()
  let thrown = 0
  let slowest: [number, string] = [0, '']
  for (const file of files) {
    const started = performance.now()
    try {
      const result = await extraction.read(readFileSync(join(corpus, file)), file)
      const key = result.ok ? `read ${result.kind}` : `${result.kind} ${result.reason}`
      results.set(key, (results.get(key) ?? 0) + 1)
      if (!result.ok && /timed-out|unreadable/.test(result.reason))
        console.log(`${result.reason}: ${file} (${result.says})`)
    } catch (error) {
      thrown += 1
      console.log(`THROWN ${file}: ${error}`)
    }
    const ms = performance.now() - started
    if (ms > slowest[0]) slowest = [ms, file]
  }
  await extraction.close()
  console.log(
    `\n### Every file opened\n\n${files.length} files, ${thrown} threw; slowest ${slowest[1]} ${Math.round(slowest[0])} ms\n`,
  )
  for (const [key, count] of [...results].sort()) console.log(`- ${key}: ${count}`)
}
