import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { addFiles } from '../../src/documents/add-files.ts'
import { filesOfCandidate, holdersOfUpload, storedFile } from '../../src/documents/files-and-readings.ts'
import type { FileKind } from '../../src/documents/model/file.ts'
import { recordReading } from '../../src/documents/record-reading.ts'
import { removeFiles } from '../../src/documents/remove-files.ts'
import { whenNightComesRemoveUnclaimed } from '../../src/documents/when-night-comes-remove-unclaimed.ts'
import type { FileId } from '../../src/kernel/model/id.ts'
import { daysAfter } from '../../src/kernel/model/time.ts'
import { storeUploads } from '../../src/server/uploads.ts'
import { timeline } from '../../src/views/timeline.ts'
import { type MailTest, mailTest } from '../messaging/probe.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-given-'))
const files = diskFiles(folder)
let test: MailTest
beforeAll(async () => {
  test = await mailTest({ files } as never)
})
afterAll(async () => {
  await test.close()
  rmSync(folder, { recursive: true })
})

let made = 0
const firsts = ['Ada', 'Bo', 'Cem', 'Dag', 'Eva', 'Fay', 'Gil']
const lasts = ['Moser', 'Quist', 'Rahimi', 'Sato', 'Tully', 'Ueda', 'Vance']
const people = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let at = 0; at < count; at++, made++) {
    const name = `${firsts[made % 7]} ${lasts[Math.floor(made / 7) % 7]}`
    ids.push(await test.person(name, `${name.replace(' ', '.').toLowerCase()}@example.org`))
  }
  return ids
}
const upload = async (text: string, kind: FileKind = 'other') => {
  const stored = await storeUploads(
    { kernel: test.kernel, files, scanner: virusScanner(undefined) },
    test.cast.maren,
    [{ name: 'Handout.txt', bytes: new TextEncoder().encode(text), kind }],
  )
  if (!stored.ok) throw new Error(stored.refusal.says)
  return stored.value[0]!
}
const give = async (candidateIds: readonly string[], uploads: readonly string[]) => {
  const answer = await test.kernel.run(
    addFiles,
    { candidateIds: [...candidateIds], uploads: [...uploads] },
    { actor: test.cast.maren },
  )
  if (!answer.ok) throw new Error(answer.refusal.says)
  return answer.value
}
const filesOf = async (candidateId: string) => {
  const answer = await test.kernel.ask(filesOfCandidate, { candidateId }, { actor: test.cast.maren })
  return answer.ok ? answer.value : []
}
const bytesKept = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length

it('one file goes to many people, each with a row of their own, and its bytes lie there once', async () => {
  const ids = await people(3)
  const before = bytesKept()
  const { token } = await upload('The fair’s handout')
  const given = await give(ids, [token])
  expect(given.files.map(({ candidateId }) => candidateId).sort()).toEqual([...ids].sort())
  expect(new Set(given.files.map(({ id }) => id)).size).toBe(3)
  for (const id of ids) expect(await filesOf(id)).toMatchObject([{ name: 'Handout.txt', kind: 'other' }])
  expect(bytesKept()).toBe(before + 1)
  const line = await test.kernel.ask(timeline, { candidateId: ids[2]! }, { actor: test.cast.maren })
  expect(line.ok && line.value.entries[0]!.says).toMatch(/^Maren.* added a file$/)
})

it('who has the very file already is told of before, and keeps the one they have', async () => {
  const [first, second] = await people(2)
  const held = await give([first!], [(await upload('Handout of spring')).token])
  const { token } = await upload('Handout of spring')
  const asked = { token, candidateIds: [first!, second!] }
  expect(await test.kernel.ask(holdersOfUpload, asked, { actor: test.cast.maren })).toEqual({
    ok: true,
    value: [first],
  })
  const given = await give([first!, second!], [token])
  expect(given.files.map(({ candidateId }) => candidateId)).toEqual([second])
  expect(given.had).toMatchObject([{ candidateId: first, id: held.files[0]!.id }])
  expect(await filesOf(first!)).toHaveLength(1)
})

it('what was given by mistake is taken back from whom it was given to, and its bytes stay while somebody has it', async () => {
  const [first, second] = await people(2)
  const { token } = await upload('An agency’s contract')
  const given = await give([first!, second!], [token])
  const idOf = (candidateId: string) => given.files.find((one) => one.candidateId === candidateId)!.id
  const back = async (...fileIds: string[]) =>
    test.kernel.run(removeFiles, { fileIds }, { actor: test.cast.maren })
  expect(await back(idOf(first!))).toMatchObject({ ok: true })
  expect(await filesOf(first!)).toEqual([])
  const kept = await test.kernel.ask(storedFile, { id: idOf(second!) }, { actor: test.system })
  const key = kept.ok ? kept.value.storageKey : ''
  const night = async () => {
    test.setNow(daysAfter(test.now(), 3))
    await whenNightComesRemoveUnclaimed({ files }).handle(test.kernel.as('night'))
  }
  await night()
  expect(await files.get(key), 'the second still has it').toBeDefined()
  expect(await back(idOf(second!))).toMatchObject({ ok: true })
  expect(await back(idOf(second!)), 'twice').toMatchObject({ refusal: { code: 'not-found' } })
  await night()
  expect(await files.get(key), 'nobody has it').toBeUndefined()
  const line = await test.kernel.ask(timeline, { candidateId: first! }, { actor: test.cast.maren })
  expect(line.ok && line.value.entries.map(({ says }) => says).slice(0, 2)).toEqual([
    expect.stringMatching(/took a file back$/),
    expect.stringMatching(/added a file$/),
  ])
})

it('a résumé goes to one person only, and is not taken back', async () => {
  const ids = await people(2)
  const { token } = await upload('Ada Given\nExperience', 'resume')
  const run = (candidateIds: string[]) =>
    test.kernel.run(addFiles, { candidateIds, uploads: [token] }, { actor: test.cast.maren })
  expect(await run(ids)).toMatchObject({ refusal: { code: 'one-person' } })
  const given = await run([ids[0]!])
  const fileIds = given.ok ? given.value.files.map(({ id }) => id as string) : []
  expect(await test.kernel.run(removeFiles, { fileIds }, { actor: test.cast.maren })).toMatchObject({
    refusal: { code: 'relied-on' },
  })
})

it('what is read from the file later is read for all who have it', async () => {
  const ids = await people(2)
  const { token, fileId } = await upload('Dates of the fair')
  await give(ids, [token])
  await test.kernel.run(
    recordReading,
    {
      fileId: fileId as FileId,
      reading: { ok: true, text: 'Dates of the fair', facts: null, pages: 1, language: 'en' },
      ms: 1,
    },
    { actor: test.system },
  )
  for (const id of ids) expect(await filesOf(id)).toMatchObject([{ state: 'read' }])
})

it('costs as many statements for two people as for thirty', async () => {
  const cost = async (count: number) => {
    const candidateIds = await people(count)
    const { token } = await upload(`Handout for ${count}`)
    return test.as(test.cast.maren, async (tx) => {
      let asked = 0
      const counted = new Proxy(tx, {
        get: (target, key) => {
          if (['rows', 'row', 'change'].includes(String(key))) asked++
          return Reflect.get(target, key)
        },
      })
      await addFiles.handle(counted, { candidateIds, uploads: [token] })
      return asked
    })
  }
  expect(await cost(30)).toBe(await cost(2))
})
