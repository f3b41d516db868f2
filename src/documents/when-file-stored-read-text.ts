import { defineReaction, type Reaction } from '../kernel/reaction.ts'
import type { FileStore } from './file-store.ts'
import { fileToRead } from './files-and-readings.ts'
import { readResume } from './model/resume.ts'
import { recordReading } from './record-reading.ts'
import type { TextExtraction } from './text-extraction.ts'

/** Reads each stored file once. Done twice, the second reading finds nothing left to save. */
export const whenFileStoredReadText = (ports: {
  readonly files: FileStore
  readonly textExtraction: TextExtraction
}): Reaction =>
  defineReaction({
    name: 'when-file-stored-read-text',
    on: ['file.stored'],
    handle: async (fact, running) => {
      const file = await running.ask(fileToRead, { id: String(fact.about.subjectId) })
      if (!file.ok || file.value === null) return
      const bytes = await ports.files.get(file.value.storageKey)
      const began = performance.now()
      const text = bytes
        ? await ports.textExtraction.read(bytes, file.value.name)
        : { ok: false as const, reason: 'unreadable' }
      const reading = text.ok
        ? { ok: true as const, ...readingOf(text) }
        : { ok: false as const, reason: text.reason }
      const done = await running.run(recordReading, {
        fileId: file.value.id,
        reading,
        ms: performance.now() - began,
      })
      if (!done.ok && done.refusal.code !== 'not-found') throw new Error(done.refusal.says)
    },
  })

/** Text and structure of an extraction that went well. */
export const readingOf = (text: {
  readonly text: string
  readonly pages?: number | null
  readonly resumeJson?: unknown
}) => {
  const facts = readResume(text.text, text as never)
  return { text: text.text, facts, pages: text.pages ?? null, language: facts.language ?? null }
}
