import type { OutputOf, Queries } from '../../api/client.ts'

type Mail = OutputOf<Queries, 'messaging.previewMail'>['mails'][number]

/** One reader's mail as far as it is known before it is sent. */
export type Letter = Pick<Mail, 'missing' | 'unknown' | 'verdict'> &
  Partial<Pick<Mail, 'to' | 'subject' | 'text' | 'spans'>>

/** Why this reader gets nothing, or undefined; a note sets aside only what its rule lets be set aside. */
export const whyNot = (
  { verdict, missing, unknown }: Pick<Letter, 'missing' | 'unknown' | 'verdict'>,
  hasNote: boolean,
): string | undefined => {
  if (missing.length > 0) return `Missing: ${missing.map(fieldWords).join(', ')}`
  if (unknown.length > 0) return `There is no field ${unknown.join(', ')}`
  return verdict.allowed || (hasNote && isNoteable(verdict)) ? undefined : verdict.says
}

/** Whether the rule that stops a mail may be set aside with a note. */
export const isNoteable = (verdict: Letter['verdict']): boolean =>
  !verdict.allowed && verdict.override === 'with-note'

/** "interview.date" is "interview date". */
export const fieldWords = (name: string): string => name.replaceAll(/[._]/g, ' ')

/** A text with its fields as pieces of their own, in words. */
export const markedPieces = (text: string): readonly { readonly text: string; readonly field?: string }[] =>
  text.split(/(\{\{[^}]*\}\})/u).map((part) => {
    const field = /^\{\{\s*(.*?)\s*\}\}$/u.exec(part)?.[1]
    return field === undefined ? { text: part } : { text: fieldWords(field), field }
  })
