import type { FileId } from '../../kernel/model/id.ts'
import type { FileKind } from './file.ts'

/** An upload that is to be given to people. */
export interface ToGive {
  readonly id: FileId
  readonly kind: FileKind
  readonly sha256: string
}

/** Who gets which upload: one person the upload itself, all others a row of their own with the same bytes. */
export interface Giving<File extends ToGive> {
  readonly own: readonly Gift<File>[]
  readonly copies: readonly Gift<File>[]
  /** Who has the very file already, and under which id; undefined where it comes with another upload of this act. */
  readonly had: readonly (Gift<File> & { readonly heldId: FileId | undefined })[]
}

interface Gift<File> {
  readonly file: File
  readonly candidateId: string
}

/** Gives each file to each person who does not have the very same, as the same kind of file, already. */
export const givingOf = <File extends ToGive>(
  people: readonly string[],
  files: readonly File[],
  held: readonly (ToGive & { readonly candidateId: string })[],
): Giving<File> => {
  const heldIds = new Map(held.map((one) => [keyOf(one.candidateId, one), one.id]))
  const known = new Set(heldIds.keys())
  const giving = {
    own: [] as Gift<File>[],
    copies: [] as Gift<File>[],
    had: [] as Giving<File>['had'][number][],
  }
  for (const file of files) {
    let isTaken = false
    for (const candidateId of people) {
      const key = keyOf(candidateId, file)
      if (known.has(key)) giving.had.push({ file, candidateId, heldId: heldIds.get(key) })
      else giving[isTaken ? 'copies' : 'own'].push({ file, candidateId })
      isTaken ||= !known.has(key)
      known.add(key)
    }
  }
  return giving
}

/** Two files of a person are the same where their bytes are, and what they are for. */
export const keyOf = (candidateId: string, file: Pick<ToGive, 'kind' | 'sha256'>): string =>
  `${candidateId} ${file.kind} ${file.sha256}`
