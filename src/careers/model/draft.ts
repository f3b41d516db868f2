/** What somebody has filled in so far, sent or not; every text as they wrote it. */
export type Draft = {
  /** Made when the form is first shown; the same one twice is one application. */
  readonly request: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly town: string
  /** IANA zone, the office's until changed. */
  readonly zone: string
  readonly resume?: HeldFile
  readonly resumeLink: string
  /** A letter, where the form asks for one. */
  readonly letter: string
  readonly entries: readonly Entry[]
  /** By question; several values for multiple choice. */
  readonly answers: Readonly<Record<string, readonly string[]>>
  /** Files held for file questions, by question. */
  readonly files: Readonly<Record<string, HeldFile>>
  readonly keepInMind: boolean
  /** The field no person sees; anything in it was written by a machine. */
  readonly trap: string
}

/**
 * A file that is kept until the form is sent, or erased after a day. The handle is random and holds for this form alone:
 * it is no file's id (compliance-guide R12).
 */
export type HeldFile = { readonly handle: string; readonly name: string; readonly bytes?: number }

/** A place of work or learning; months as YYYY-MM, an empty `until` means that it lasts. */
export type Entry = {
  readonly title: string
  readonly where: string
  readonly from: string
  readonly until: string
  readonly outcome: string
}

/** What the pressed button asks for. */
export type Act =
  | { readonly kind: 'send' | 'read' | 'replace' | 'clear' | 'later' | 'add-entry' }
  | { readonly kind: 'remove-entry'; readonly at: number }

/** The fields of a posted form: every value of every name. */
export type Fields = Readonly<Record<string, readonly string[]>>

export const emptyDraft = (request: string, zone: string): Draft => ({
  request,
  name: '',
  email: '',
  phone: '',
  town: '',
  zone,
  resumeLink: '',
  letter: '',
  entries: [],
  answers: {},
  files: {},
  keepInMind: false,
  trap: '',
})

/**
 * The draft that posted fields hold. Unknown fields are dropped; held files are not taken from the fields but looked up
 * by their handles by the caller.
 */
export const draftOf = (
  fields: Fields,
  questionIds: readonly string[],
  held: Pick<Draft, 'resume' | 'files'> = { files: {} },
): Draft => ({
  request: line(fields, 'request', 100),
  name: line(fields, 'name', 200),
  email: line(fields, 'email', 254),
  phone: line(fields, 'phone', 60),
  town: line(fields, 'town', 200),
  zone: line(fields, 'zone', 60),
  ...held,
  resumeLink: line(fields, 'resume-link', 2000),
  letter: cleaned(fields.letter?.[0] ?? '').slice(0, 20_000),
  entries: entriesOf(fields),
  answers: Object.fromEntries(
    questionIds.map((id) => [
      id,
      (fields[answerField(id)] ?? []).slice(0, 100).map((value) => cleaned(value).slice(0, 20_000)),
    ]),
  ),
  keepInMind: fields['keep-in-mind']?.[0] === 'yes',
  trap: line(fields, trapField, 200),
})

/** The act of a posted form; a form posted without a button is sent. */
export const actOf = (fields: Fields): Act => {
  const pressed = fields.act?.[0] ?? 'send'
  const removed = /^remove-entry-(\d{1,2})$/.exec(pressed)
  if (removed) return { kind: 'remove-entry', at: Number(removed[1]) }
  const kinds = ['read', 'replace', 'clear', 'later', 'add-entry'] as const
  return { kind: kinds.find((kind) => kind === pressed) ?? 'send' }
}

/** The draft after an act that only changes the form: an entry more or less, another file, all that was read thrown away. */
export const afterAct = (draft: Draft, act: Act): Draft => {
  if (act.kind === 'add-entry') return { ...draft, entries: [...draft.entries, emptyEntry] }
  if (act.kind === 'remove-entry')
    return { ...draft, entries: draft.entries.filter((_, at) => at !== act.at) }
  if (act.kind === 'replace') return { ...draft, resume: undefined }
  if (act.kind === 'clear')
    return { ...emptyDraft(draft.request, draft.zone), answers: draft.answers, files: draft.files }
  return draft
}

export const answerField = (questionId: string): string => `q-${questionId}`
export const handleField = (questionId: string): string => `held-${questionId}`
export const resumeHandleField = 'resume-handle'
/** Sounds worth filling in to a machine. */
export const trapField = 'company-website'

const emptyEntry: Entry = { title: '', where: '', from: '', until: '', outcome: '' }

const mostEntries = 40

const entriesOf = (fields: Fields): Entry[] => {
  const entries: Entry[] = []
  for (let at = 0; at < mostEntries && fields[`entry-${at}-title`]; at++)
    entries.push({
      title: line(fields, `entry-${at}-title`, 300),
      where: line(fields, `entry-${at}-where`, 300),
      from: line(fields, `entry-${at}-from`, 20),
      until: line(fields, `entry-${at}-until`, 20),
      outcome: cleaned(fields[`entry-${at}-outcome`]?.[0] ?? '').slice(0, 10_000),
    })
  return entries
}

const line = (fields: Fields, name: string, most: number): string =>
  cleaned(fields[name]?.[0] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)

/** Any Unicode text in NFC, line ends as \n, without control characters, which no person types (compliance-guide R34). */
const cleaned = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed()
