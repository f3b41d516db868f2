import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SentNote, SentNotes } from '../messaging/ports.ts'

/**
 * Notes in a folder that lives longer than the process, a file for each shift. Nothing is forced to the platter:
 * a kill of the process loses nothing, a machine that loses its power may forget the last seconds.
 * `quietMs`: what another process wrote and left alone for so long belongs to one that died.
 */
export const sentNotesIn = (folder: string, quietMs = 10_000): SentNotes => {
  mkdirSync(folder, { recursive: true })
  const ours = new Set<string>()
  return {
    open() {
      const name = randomUUID()
      const path = join(folder, name)
      ours.add(name)
      return {
        file: path,
        clear: () => rmSync(path, { force: true }),
        close: () => void ours.delete(name),
      }
    },
    async takeLeft() {
      const left: { mailIds: string[]; forget: () => Promise<void> }[] = []
      for (const name of await readdir(folder)) {
        const path = join(folder, name)
        if (ours.has(name) || !(await isQuiet(path, quietMs))) continue
        // Under its new name it is nobody's any more: what its owner adds, should it live, begins a new file.
        const taken = join(folder, randomUUID())
        if (!(await did(rename(path, taken)))) continue
        // A line that was cut off by the kill was not a promise yet.
        const lines = (await readFile(taken, 'utf8')).split('\n').slice(0, -1)
        left.push({ mailIds: [...new Set(lines)], forget: () => rm(taken, { force: true }) })
      }
      return left
    },
  }
}

/** Kept when it returns. */
export const noteSent = ({ file, mailId }: SentNote): void => appendFileSync(file, `${mailId}\n`)

const isQuiet = async (path: string, quietMs: number): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - Math.floor(found.mtimeMs) >= quietMs
}

const did = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => true,
    () => false,
  )
