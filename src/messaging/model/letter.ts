import type { MailPurpose } from './outgoing-mail.ts'

export interface DefaultTemplate {
  readonly key: string
  readonly name: string
  readonly language: string
  readonly purpose: MailPurpose
  readonly subject: string
  readonly body: string
}

/** One letter in one language. */
export const letter = (
  key: string,
  name: string,
  language: string,
  subject: string,
  body: string,
  purpose: MailPurpose = 'process',
): DefaultTemplate => ({ key, name, language, purpose, subject, body: body.trim() })
