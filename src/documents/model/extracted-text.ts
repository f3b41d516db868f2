/** What a file turned out to be, judged by its bytes and never by its name. */
export type FileKind =
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'odt'
  | 'rtf'
  | 'html'
  | 'text'
  | 'json'
  | 'word-xml'
  | 'image'
  | 'archive'
  | 'unknown'

export type UnreadableReason =
  | 'encrypted'
  | 'corrupt'
  | 'empty'
  | 'too-large'
  | 'unsupported'
  | 'timed-out'
  | 'hostile'
  | 'unreadable'

/** Lines set larger than the body of the text, in reading order; `size` is relative to the body. */
export type ProminentLine = { text: string; size: number }

export type ReadableText = {
  ok: true
  kind: FileKind
  /** Lines by `\n`, cells of one row by `\t`, paragraphs by an empty line. */
  text: string
  pages: number
  prominent: ProminentLine[]
  /** Addresses behind the words: link targets of the document, mailto: included. */
  links: string[]
  /** The parsed document when the file is a JSON Resume. */
  resumeJson?: unknown
  /** What the reader left out or had to do, in words for the person who looks at the file. */
  notes: string[]
}

export type UnreadableText = { ok: false; kind: FileKind; reason: UnreadableReason; says: string }

export type ExtractedText = ReadableText | UnreadableText

const SAYS: Record<UnreadableReason, string> = {
  encrypted: 'The file is protected by a password.',
  corrupt: 'The file is damaged and could not be opened.',
  empty: 'The file holds no text.',
  'too-large': 'The file is larger than what is read.',
  unsupported: 'Files of this kind are not read.',
  'timed-out': 'Reading the file took too long and was stopped.',
  hostile: 'The file is built in a way that could harm the reader, so it was not opened.',
  unreadable: 'The file could not be read.',
}

/** An unreadable result with the sentence that fits its reason. */
export function unreadable(kind: FileKind, reason: UnreadableReason, says = SAYS[reason]): UnreadableText {
  return { ok: false, kind, reason, says }
}
