import { factKind } from '../../kernel/model/fact.ts'

export const fileStored = factKind<{ kind: string; bytes: number; mediaType: string }>()(
  'file.stored',
  'A file was taken in and its original kept.',
)
export const fileAttached = factKind<{ kind: string }>()('file.attached', 'A file now belongs to a person.')
export const fileRead = factKind<{
  outcome: string
  reason: string | null
  ms: number
  pages: number | null
}>()('file.read', 'A file’s text was read, or could not be.')
export const fileQuarantined = factKind<{ found: string }>()(
  'file.quarantined',
  'A scanner found malware in a file; it can’t be opened.',
)
export const fileTakenBack = factKind<{ kind: string }>()(
  'file.taken-back',
  'A file does not belong to a person any more.',
)
export const fileRemoved = factKind()('file.removed', 'A file that belonged to nobody was removed.')
