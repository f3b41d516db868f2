import type { Reading } from '../../careers/applying/resume.ts'
import type { Draft } from '../../careers/model/draft.ts'
import { prefilled } from '../../careers/model/prefill.ts'
import { unreadableSays } from '../../documents/model/file.ts'
import { readingOf } from '../../documents/when-file-stored-read-text.ts'
import { type Calls, ourselves } from './calls.ts'
import type { CareersParts } from './frame.ts'
import type { Held } from './uploads.ts'

/** How long somebody waits for their résumé to be read while they look at the form. */
const mostMs = 15_000

/** Reads a résumé here and now, keeps the reading with the file, and fills in what is still empty. */
export const readIntoDraft = async (
  draft: Draft,
  fresh: NonNullable<Held['fresh']>,
  parts: CareersParts,
  calls: Calls,
): Promise<{ readonly draft: Draft; readonly reading: Reading }> => {
  const began = performance.now()
  const text = await within(mostMs, parts.textExtraction.read(fresh.bytes, fresh.name))
  if (text === 'too-slow')
    return { draft, reading: { outcome: 'unreadable', says: unreadableSays('timed-out') } }
  const reading = text.ok
    ? { ok: true as const, ...readingOf(text) }
    : { ok: false as const, reason: text.reason }
  await calls.run(
    'documents.recordReading',
    { fileId: fresh.fileId, reading, ms: performance.now() - began },
    { actor: ourselves },
  )
  if (!reading.ok) return { draft, reading: { outcome: 'unreadable', says: unreadableSays(reading.reason) } }
  if (reading.text.trim() === '') return { draft, reading: { outcome: 'unreadable' } }
  return {
    draft: prefilled(draft, reading.facts),
    reading: { outcome: 'read', ...(reading.pages ? { pages: reading.pages } : {}) },
  }
}

const within = async <Value>(ms: number, work: Promise<Value>): Promise<Value | 'too-slow'> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'too-slow'>((tell) => {
    timer = setTimeout(() => tell('too-slow'), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
