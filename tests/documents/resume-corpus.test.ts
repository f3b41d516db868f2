import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ReadResumeLine, readResumeFiles } from '../../src/adapters/read-resume-files.ts'
import { createTextExtraction } from '../../src/adapters/text-extraction.ts'
import { fold, words } from '../../src/documents/model/fold.ts'

// The full figures come from scripts/measure-resumes.ts; this sample keeps the rules from sliding back.
const corpus = resolve(import.meta.dirname, '../../../shared/corpus')
const there = existsSync(join(corpus, 'resumes/truth.json'))

type Field = 'name' | 'emails' | 'phones' | 'employers' | 'titles' | 'schools' | 'skills'
type Truth = { file: string; kind: string; layout?: string; covers: Field[] } & Record<
  Field,
  string | string[]
>

describe.skipIf(!there)('résumés of the corpus with known truth (skipped without ../shared/corpus)', () => {
  test('are read at least as well as promised', async () => {
    const truths = (JSON.parse(readFileSync(join(corpus, 'resumes/truth.json'), 'utf8')) as Truth[]).filter(
      (truth) => truth.layout !== 'flat' && truth.kind !== 'scan' && truth.kind !== 'png',
    )
    const sums = new Map<Field, { found: number; right: number; wanted: number; met: number }>()
    const lines: ReadResumeLine[] = []
    for await (const line of readResumeFiles(truths.map((truth) => join(corpus, 'resumes', truth.file))))
      lines.push(line)
    truths.forEach((truth, at) => {
      for (const field of truth.covers.filter((covered): covered is Field => covered in FLOORS)) {
        const read = [lines[at]![field] ?? []].flat()
        const wanted = [truth[field]].flat()
        const sum = sums.get(field) ?? { found: 0, right: 0, wanted: 0, met: 0 }
        sum.found += read.length
        sum.right += read.filter((value) => wanted.some((want) => alike(value, want))).length
        sum.wanted += wanted.length
        sum.met += wanted.filter((want) => read.some((value) => alike(value, want))).length
        sums.set(field, sum)
      }
    })
    for (const [field, floor] of Object.entries(FLOORS)) {
      const sum = sums.get(field as Field)!
      const precision = sum.right / sum.found
      const recall = sum.met / sum.wanted
      const reached = field === 'skills' ? recall : (2 * precision * recall) / (precision + recall)
      expect(reached, field).toBeGreaterThanOrEqual(floor)
    }
  })

  test('broken and odd files of the corpus give a value, never an error', async () => {
    const files = globSync(['resumes/edge-cases/*', 'files/{pdfjs,docx-mammoth,docx-python,zip}/**/*.*'], {
      cwd: corpus,
    }).filter((file) => !file.includes('scan'))
    expect(files.length).toBeGreaterThan(100)
    const extraction = createTextExtraction({ ocrTimeLimitMs: 1 })
    for (const file of files) {
      const result = await extraction.read(readFileSync(join(corpus, file)), file)
      expect(result.ok || result.says.length > 0, file).toBe(true)
    }
    const locked = readFileSync(join(corpus, 'resumes/edge-cases/password_protected.pdf'))
    expect(await extraction.read(locked, 'cv.pdf')).toMatchObject({ ok: false, reason: 'encrypted' })
    await extraction.close()
  })
})

const FLOORS = {
  name: 0.9,
  emails: 0.98,
  phones: 0.95,
  employers: 0.75,
  titles: 0.7,
  schools: 0.8,
  skills: 0.6,
}

function alike(a: string, b: string): boolean {
  if (/[@+#]/.test(a + b)) return fold(a) === fold(b)
  const digits = a.replace(/\D/g, '')
  if (digits.length >= 7 && digits.slice(-9) === b.replace(/\D/g, '').slice(-9)) return true
  const one = ` ${words(a).join(' ')} `
  const other = ` ${words(b).join(' ')} `
  return one.trim() !== '' && other.trim() !== '' && (one.includes(other) || other.includes(one))
}
