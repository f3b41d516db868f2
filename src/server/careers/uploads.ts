import type { Context } from 'hono'
import type { Draft, Fields, HeldFile } from '../../careers/model/draft.ts'
import { answerField, handleField, resumeHandleField } from '../../careers/model/draft.ts'
import type { Problem } from '../../careers/model/problems.ts'
import type { Question } from '../../careers/model/question.ts'
import type { FileKind } from '../../documents/model/file.ts'
import { visitor } from '../../kernel/model/actor.ts'
import { storeUploads, type UploadParts } from '../uploads.ts'
import type { Calls } from './calls.ts'

/** What a form posted: every value of every field, and the files that were chosen. */
export interface Posted {
  readonly fields: Fields
  readonly files: Readonly<Record<string, File>>
}

export const readPosted = async (c: Context): Promise<Posted> => {
  const body = await c.req.parseBody({ all: true })
  const fields: Record<string, string[]> = {}
  const files: Record<string, File> = {}
  for (const [name, value] of Object.entries(body))
    for (const one of [value].flat())
      if (typeof one === 'string') fields[name] = [...(fields[name] ?? []), one]
      // A file field that was left empty posts a part without a name and without bytes.
      else if (one.name !== '' || one.size > 0) files[name] = one
  return { fields, files }
}

/** Files that the form holds: those just chosen, and those of earlier posts by their secrets. */
export interface Held {
  readonly resume?: HeldFile
  readonly files: Draft['files']
  readonly problems: readonly Problem[]
  /** The résumé that came with this very post, to be read at once. */
  readonly fresh?: { readonly fileId: string; readonly bytes: Uint8Array; readonly name: string }
}

/** Holds what was chosen and finds what was held. A secret that we don't know opens nothing (R12). */
export const holdUploads = async (
  { fields, files }: Posted,
  questions: readonly Question[],
  parts: UploadParts,
  calls: Calls,
): Promise<Held> => {
  const resume = await held(
    'resume',
    'Résumé',
    'resume',
    files.resume,
    fields[resumeHandleField]?.[0],
    parts,
    calls,
  )
  const answers: [string, HeldFile][] = []
  const problems = [...resume.problems]
  for (const question of questions.filter((one) => one.kind === 'file')) {
    const field = answerField(question.id)
    const one = await held(
      field,
      question.label,
      'answer',
      files[field],
      fields[handleField(question.id)]?.[0],
      parts,
      calls,
    )
    problems.push(...one.problems)
    if (one.file) answers.push([question.id, one.file])
  }
  return {
    ...(resume.file ? { resume: resume.file } : {}),
    ...(resume.fresh ? { fresh: resume.fresh } : {}),
    files: Object.fromEntries(answers),
    problems,
  }
}

interface One {
  readonly file?: HeldFile
  readonly fresh?: NonNullable<Held['fresh']>
  readonly problems: readonly Problem[]
}

const held = async (
  field: string,
  label: string,
  kind: FileKind,
  chosen: File | undefined,
  handle: string | undefined,
  parts: UploadParts,
  calls: Calls,
): Promise<One> => {
  if (chosen) {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const stored = await storeUploads(parts, visitor, [{ name: chosen.name, bytes, kind }])
    if (!stored.ok) return { problems: [{ field, label, says: decapitalised(stored.refusal.says) }] }
    const [upload] = stored.value
    if (!upload || upload.quarantined) return { problems: [{ field, label, says: english.malware }] }
    return {
      file: { handle: upload.token, name: upload.name, bytes: upload.bytes },
      fresh: { fileId: upload.fileId, bytes, name: upload.name },
      problems: [],
    }
  }
  if (!handle) return { problems: [] }
  const found =
    handle.length < 20 || handle.length > 100
      ? undefined
      : await calls.ask('documents.uploadReading', { token: handle })
  if (!found?.ok || found.value.state === 'quarantined')
    return { problems: [{ field, label, says: english.gone }] }
  return { file: { handle, name: found.value.name, bytes: found.value.bytes }, problems: [] }
}

/** Stands after a label and a colon. */
const decapitalised = (says: string): string =>
  `${says.charAt(0).toLowerCase()}${says.slice(1)}`.replace(/\.$/, '')

const english = {
  malware: 'our scanner takes this file for malware. Please choose another, or give a link',
  gone: 'the file was held for a day only. Please choose it again',
}
