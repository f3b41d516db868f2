import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { PDFDocument } from 'pdf-lib'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { sql } from '../../src/kernel/sql.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { storeUploads } from '../../src/server/uploads.ts'
import { type ClamdAnswer, clamd } from '../support/clamd.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-scan-'))
const files = diskFiles(folder)
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`
const found: ClamdAnswer = () => 'stream: Win.Test.EICAR_HDB-1 FOUND'
let test: TestKernel
let scanner: Awaited<ReturnType<typeof clamd>> | undefined
beforeAll(async () => {
  test = await testKernel(buildRooms({ ...unplugged, files }))
})
afterEach(async () => {
  await scanner?.close()
  scanner = undefined
})
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true })
})

const upload = async (bytes: Uint8Array, answer: ClamdAnswer, largest?: number, patienceMs?: number) => {
  scanner = await clamd(answer, largest)
  return await storeUploads(
    { kernel: test.kernel, files, scanner: virusScanner(scanner, patienceMs) },
    visitor,
    [{ name: 'resume.pdf', bytes, kind: 'resume' }],
  )
}

const recorded = async (id: string) => {
  const state = await sql<{ state: string }>`select state from documents.file where id = ${id}`.execute(
    test.database.read,
  )
  const facts = await sql<{ name: string }>`
    select name from kernel.fact where subject_id = ${id} order by id`.execute(test.database.read)
  return { state: state.rows[0]?.state, facts: facts.rows.map((fact) => fact.name) }
}

const pdfWith = async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await pdf.attach(Buffer.from(eicar), 'eicar.com')
  return pdf.save()
}
const zipWith = async (name: string) => zipSync({ [name]: Buffer.from(eicar) }, { level: 9 })

it.each([
  ['a PDF', pdfWith],
  ['a DOCX', () => zipWith('word/media/eicar.com')],
  ['a zip', () => zipWith('eicar.com')],
])('what the scanner finds inside %s is set aside and recorded (R26)', async (_, make) => {
  const bytes = await make()
  const stored = await upload(bytes, found)
  if (!stored.ok) throw new Error(stored.refusal.says)
  expect(stored.value[0]!.quarantined).toBe(true)
  expect(scanner!.streams.map((stream) => stream.equals(bytes))).toEqual([true])
  expect(await recorded(stored.value[0]!.fileId)).toEqual({
    state: 'quarantined',
    facts: ['file.quarantined'],
  })
})

it('what the scanner finds clean is let in, byte for byte, also in many parts', async () => {
  const bytes = new Uint8Array(200_001).map((_, at) => at % 251)
  const stored = await upload(bytes, () => 'stream: OK')
  expect(stored).toMatchObject({ ok: true, value: [{ quarantined: false }] })
  expect(scanner!.streams[0]!.equals(bytes)).toBe(true)
})

it.each<[string, ClamdAnswer, number | undefined]>([
  ['finds the file too large', () => 'stream: OK', 1000],
  ['answers with an error', () => 'stream: Can’t allocate memory ERROR', undefined],
  ['hangs up without a word', () => 'hangs up', undefined],
  ['hangs', () => 'hangs', undefined],
  ['says something else', () => 'PONG', undefined],
])('nothing is let in when the scanner %s: the sender is told', async (_, answer, largest) => {
  const before = await count()
  const stored = await upload(new Uint8Array(150_000), answer, largest, 300)
  expect(stored).toMatchObject({ ok: false, refusal: { code: 'not-scanned' } })
  expect(await count()).toBe(before)
})

it('nothing is let in when no scanner listens', async () => {
  const gone = await clamd(() => 'stream: OK')
  await gone.close()
  const stored = await storeUploads(
    { kernel: test.kernel, files, scanner: virusScanner(gone, 300) },
    visitor,
    [{ name: 'resume.pdf', bytes: new Uint8Array(9), kind: 'resume' }],
  )
  expect(stored).toMatchObject({ ok: false, refusal: { code: 'not-scanned' } })
})

const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from documents.file`.execute(test.database.read))
    .rows[0]!.n
