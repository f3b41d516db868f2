import { readFile } from 'node:fs/promises'
import { type ReadCalendar, readCalendar } from '../scheduling/model/calendar-reading.ts'
import { whyNotRead } from './why-not-read.ts'

/** One line of `cli read-calendar FILE…`; `error` stands where a file could not be read or is no calendar. */
export type ReadCalendarLine = ReadCalendar & { readonly file: string; readonly error?: string }

/** Reads calendar files one after the other; a file that cannot be read becomes a line with `error`, never a throw. */
export async function* readCalendarFiles(files: Iterable<string>): AsyncIterable<ReadCalendarLine> {
  for (const file of files) yield await readCalendarFile(file)
}

async function readCalendarFile(file: string): Promise<ReadCalendarLine> {
  try {
    return { file, ...readCalendar(await readFile(file, 'utf8')) }
  } catch (error) {
    return { file, method: null, appointments: [], error: whyNotRead(error) }
  }
}
