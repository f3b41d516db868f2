import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { filesOfCandidate } from '../../src/documents/files-and-readings.ts'
import { mailAttachments } from '../../src/server/mail-attachments.ts'
import { type MailTest, mailTest } from '../messaging/probe.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-attachments-'))
const disk = diskFiles(folder)
let left = Number.POSITIVE_INFINITY
/** A disk that is full after some files. */
const files: typeof disk = {
  ...disk,
  put: async (key, bytes) => {
    if (left-- <= 0) throw new Error('no space left on device')
    await disk.put(key, bytes)
  },
}
let test: MailTest
beforeAll(async () => {
  test = await mailTest({ files } as never)
})
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  left = Number.POSITIVE_INFINITY
})

const attachments = ['Résumé.txt', 'Reference.txt', 'Certificate.txt'].map((name) => ({
  name,
  mediaType: 'text/plain',
  contentId: null,
  bytes: new TextEncoder().encode(`What ${name} says`),
}))
const keeping = () =>
  mailAttachments(() => ({ kernel: test.kernel, files, scanner: virusScanner(undefined) }))
const filesOf = async (candidateId: string) => {
  const answer = await test.kernel.ask(filesOfCandidate, { candidateId }, { actor: test.cast.maren })
  return answer.ok ? answer.value.map(({ id }) => id as string).sort() : []
}

it('three attachments whose handling is cut off after the first are three files when it comes again', async () => {
  const candidateId = await test.person('Cut Off', 'cut@example.org')
  left = 1
  await expect(keeping().keep(candidateId, attachments)).rejects.toThrow('no space left')
  left = Number.POSITIVE_INFINITY
  const kept = await keeping().keep(candidateId, attachments)
  expect(await filesOf(candidateId)).toEqual([...kept].sort())
  expect(new Set(kept).size).toBe(3)
})

it('they are three also where it was cut off after all were given, before it was noted', async () => {
  const candidateId = await test.person('Noted Late', 'late@example.org')
  const first = await keeping().keep(candidateId, attachments)
  expect(await keeping().keep(candidateId, attachments)).toEqual(first)
  expect(await filesOf(candidateId)).toHaveLength(3)
})

it('an attachment that is too large is left out and its neighbours keep their places', async () => {
  const candidateId = await test.person('Too Large', 'large@example.org')
  const huge = { ...attachments[1]!, bytes: new Uint8Array(10_000_001) }
  const kept = await keeping().keep(candidateId, [attachments[0]!, huge, attachments[2]!])
  expect(kept).toEqual([expect.any(String), null, expect.any(String)])
  expect(await filesOf(candidateId)).toHaveLength(2)
})

it('they are given back when it was not the person’s mail', async () => {
  const candidateId = await test.person('Not Mine', 'not-mine@example.org')
  const kept = await keeping().keep(candidateId, attachments)
  await keeping().giveBack(kept.flatMap((id) => id ?? []))
  expect(await filesOf(candidateId)).toEqual([])
})
