import { headerOf, type ParsedMail } from './parsed-mail.ts'

/** A Message-ID as we compare it: without brackets, spaces and comments, domain in lower case; '' when it is none. */
export function normalMessageId(value: string): string {
  const inner = /<([^<>\s]{1,900})>/.exec(value)?.[1] ?? value.trim()
  if (inner === '' || /\s/.test(inner) || inner.length > 900) return ''
  const at = inner.lastIndexOf('@')
  return at < 0 ? inner : inner.slice(0, at) + inner.slice(at).toLowerCase()
}

/** Ids of the mails this one answers, nearest first: In-Reply-To, then References from the end (RFC 5322 3.6.4). */
export function answeredIds(mail: Pick<ParsedMail, 'headers'>): readonly string[] {
  const ids = [...idsIn(headerOf(mail, 'in-reply-to')), ...idsIn(headerOf(mail, 'references')).toReversed()]
  return [...new Set(ids)].slice(0, 50)
}

/** Why a mail belongs to a thread: its address token is proof, a known Message-ID nearly so, a subject is not. */
export type ThreadMatch = { readonly thread: string; readonly by: 'token' | 'header' }

/**
 * The thread a mail continues, or null for a new one. A valid token wins over headers, because people answer an
 * old mail to write about something new, but the address is where we asked them to write.
 */
export function threadOf(
  mail: Pick<ParsedMail, 'headers'>,
  tokenThread: string | null,
  threadsByMessageId: ReadonlyMap<string, string>,
): ThreadMatch | null {
  if (tokenThread) return { thread: tokenThread, by: 'token' }
  for (const id of answeredIds(mail)) {
    const thread = threadsByMessageId.get(id)
    if (thread) return { thread, by: 'header' }
  }
  return null
}

/** The References of an answer: those of the mail it answers plus its id, the first and the last twenty kept. */
export function referencesFor(answered: {
  readonly messageId: string
  readonly references: readonly string[]
}): readonly string[] {
  const all = [...answered.references, answered.messageId].filter((id) => id !== '')
  return all.length <= 21 ? all : [all[0]!, ...all.slice(-20)]
}

/** Some programs leave the brackets out: then whatever stands between spaces counts. */
function idsIn(value: string): readonly string[] {
  const bracketed = value.match(/<[^<>\s]{1,900}>/g)
  const words = bracketed ?? value.split(/[\s,]+/).filter((word) => word.includes('@'))
  return words.map(normalMessageId).filter((id) => id !== '')
}
