import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { createTextExtraction } from '../../src/adapters/text-extraction.ts'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { uploadReading } from '../../src/documents/files-and-readings.ts'
import { shownName } from '../../src/documents/model/file.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import { downloadHeaders } from '../../src/server/files-site.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { storeUploads } from '../../src/server/uploads.ts'
import { type TestKernel, testKernel } from '../support/database.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-files-'))
const files = diskFiles(folder)
const textExtraction = createTextExtraction()
let test: TestKernel
beforeAll(async () => {
  test = await testKernel(buildRooms({ files, textExtraction } as never))
  await test.startDeliveries()
})
afterAll(async () => {
  await test.close()
  await textExtraction.close()
  rmSync(folder, { recursive: true })
})

const upload = async (name: string, text: string | Uint8Array) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const stored = await storeUploads(
    { kernel: test.kernel, files, scanner: virusScanner(undefined) },
    visitor,
    [{ name, bytes, kind: 'resume' }],
  )
  if (!stored.ok) throw new Error(stored.refusal.says)
  return stored.value[0]!
}

const readingOf = async (token: string) => {
  for (let tries = 0; tries < 200; tries++) {
    const reading = await test.kernel.ask(uploadReading, { token }, { actor: visitor })
    if (!reading.ok) throw new Error(reading.refusal.says)
    if (reading.value.state !== 'stored') return reading.value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The upload was never read')
}

it('an upload is kept, read after the commit, and known only by its secret', async () => {
  const { token } = await upload(
    'résumé.txt',
    'Inês Carvalho\nines@carvalho.example\n\nExperience\n2019 – 2024 Motion engineer, Rijnpomp',
  )
  const reading = await readingOf(token)
  expect(reading.state).toBe('read')
  expect(JSON.stringify(reading.facts)).toContain('ines@carvalho.example')
  expect(await test.kernel.ask(uploadReading, { token: 'x'.repeat(32) }, { actor: visitor })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

it('a file that cannot be read is kept with a clear mark', async () => {
  const { token } = await upload('broken.pdf', '%PDF-1.7\nthis is no pdf')
  const reading = await readingOf(token)
  expect(reading.state).toBe('unreadable')
  expect(reading.says).toContain('The original is kept')
})

it('the EICAR test file is quarantined', async () => {
  const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`
  expect((await upload('harmless.txt', eicar)).quarantined).toBe(true)
})

it('a file too large is refused by name', async () => {
  await expect(upload('huge.bin', new Uint8Array(10_000_001))).rejects.toThrow(
    '“huge.bin” is larger than 10 MB',
  )
})

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\cv.pdf', 'cv.pdf'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['\0\r\n', 'file'],
  ['..', 'file'],
])('the name %j is shown as %j', (given, shown) => {
  expect(shownName(given)).toBe(shown)
})

it('an original is always a download of no rights', () => {
  const headers = downloadHeaders({ name: '<b>"x".html', mediaType: 'text/html' })
  expect(headers['Content-Type']).toBe('application/octet-stream')
  expect(headers['Content-Disposition']).toMatch(
    /^attachment; filename="file"; filename\*=UTF-8''%3Cb%3E%22x%22.html$/,
  )
  expect(headers['Content-Security-Policy']).toContain('sandbox')
})
