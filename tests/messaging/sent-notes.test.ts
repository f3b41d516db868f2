import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noteSent, sentNotesIn } from '../../src/adapters/sent-notes.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-notes-'))
})
afterEach(() => rm(folder, { recursive: true }))

const idsLeft = async (quietMs: number) =>
  (await sentNotesIn(folder, quietMs).takeLeft()).map(({ mailIds }) => mailIds)

it('leaves to others what a shift noted and did not clear', async () => {
  const shift = sentNotesIn(folder).open()
  noteSent({ file: shift.file, mailId: 'a' })
  noteSent({ file: shift.file, mailId: 'b' })
  expect(await idsLeft(0)).toEqual([['a', 'b']])
})

it('leaves nothing that is recorded, and nothing while another process still writes', async () => {
  const shift = sentNotesIn(folder).open()
  noteSent({ file: shift.file, mailId: 'a' })
  expect(await idsLeft(60_000)).toEqual([])
  shift.clear()
  expect(await readdir(folder)).toEqual([])
  expect(await idsLeft(0)).toEqual([])
})

it('takes up what a failed shift of its own left, never what one still has open', async () => {
  const notes = sentNotesIn(folder, 0)
  const [open, failed] = [notes.open(), notes.open()]
  noteSent({ file: open.file, mailId: 'in hand' })
  noteSent({ file: failed.file, mailId: 'left' })
  failed.close()
  expect((await notes.takeLeft()).map(({ mailIds }) => mailIds)).toEqual([['left']])
})

it('offers again what a taker did not get into the database, until it forgets it', async () => {
  noteSent({ ...sentNotesIn(folder).open(), mailId: 'a' })
  expect(await idsLeft(0)).toEqual([['a']])
  const [again] = await sentNotesIn(folder, 0).takeLeft()
  expect(again!.mailIds).toEqual(['a'])
  await again!.forget()
  expect(await readdir(folder)).toEqual([])
})

it('does not count a line that the kill cut off', async () => {
  noteSent({ ...sentNotesIn(folder).open(), mailId: 'a' })
  await appendFile(join(folder, (await readdir(folder))[0]!), '0192a000-00')
  expect(await idsLeft(0)).toEqual([['a']])
})
