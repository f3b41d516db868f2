import type { ReadTx } from '../../kernel/transaction.ts'
import type { MailPurpose } from '../model/outgoing-mail.ts'
import { defaultTemplates } from '../model/templates.ts'
import { loadTemplates } from './template.sql.ts'

export interface Template {
  readonly key: string
  readonly name: string
  readonly language: string
  readonly purpose: MailPurpose
  readonly subject: string
  readonly body: string
  readonly isDefault: boolean
}

/** Saved templates, and the product's own where none was saved for a language. One statement. */
export const templatesOf = async (tx: ReadTx, keys?: readonly string[]): Promise<readonly Template[]> => {
  const saved = await tx.rows(loadTemplates(keys))
  const has = new Set(saved.map((row) => `${row.key} ${row.language}`))
  const shipped = defaultTemplates.filter(
    (one) => (!keys || keys.includes(one.key)) && !has.has(`${one.key} ${one.language}`),
  )
  return [
    ...saved.map(({ key, name, language, purpose, subject, body }) => ({
      key,
      name,
      language,
      purpose,
      subject,
      body,
      isDefault: false,
    })),
    ...shipped.map((one) => ({ ...one, isDefault: true })),
  ]
}
