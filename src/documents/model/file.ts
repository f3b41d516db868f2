export const fileKinds = ['resume', 'cover-letter', 'answer', 'mail-attachment', 'import', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

export type FileState = 'stored' | 'reading' | 'read' | 'unreadable' | 'quarantined'

/** The largest file taken, in bytes (10 MB, compliance-guide G.4). */
export const largestFile = 10_000_000

/** A file's name as shown: no folders, no control or direction-changing characters, at most 150 characters. Never a path. */
export const shownName = (given: string): string => {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  return plain === '' || /^\.+$/.test(plain) ? 'file' : [...plain].slice(-150).join('')
}

const sayings: Readonly<Record<string, string>> = {
  encrypted: 'The file is protected by a password, so we could not read it. The original is kept.',
  corrupt: 'The file is damaged, so we could not read it. The original is kept.',
  empty: 'The file is empty.',
  'too-large': 'The file is too large to be read. The original is kept.',
  unsupported: 'This kind of file can’t be read. The original is kept.',
  'timed-out': 'Reading the file took too long and was given up. The original is kept.',
  hostile:
    'The file tries to do something a document should not, so it was not opened. The original is kept.',
  unreadable: 'The file could not be read. The original is kept.',
}

/** Why a file could not be read, for whoever sent or opens it. */
export const unreadableSays = (reason: string): string => sayings[reason] ?? sayings.unreadable!
