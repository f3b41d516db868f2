import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { MailPurpose } from '../model/outgoing-mail.ts'

export interface TemplateRow {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly language: string
  readonly purpose: MailPurpose
  readonly subject: string
  readonly body: string
  readonly updatedAt: Instant
  readonly updatedBy: string | null
}

const columns = sql`id, key, name, language, purpose, subject, body, updated_at as "updatedAt", updated_by as "updatedBy"`

export const loadTemplates = (keys?: readonly string[]): Statement<TemplateRow> => sql<TemplateRow>`
  select ${columns} from messaging.template ${keys ? sql`where key = any(${keys}::text[])` : sql``} order by key, language`

export const saveTemplateRow = (row: TemplateRow): Statement<{ isNew: boolean }> => sql<{ isNew: boolean }>`
  insert into messaging.template (id, key, name, language, purpose, subject, body, updated_at, updated_by)
  values (${row.id}, ${row.key}, ${row.name}, ${row.language}, ${row.purpose}, ${row.subject}, ${row.body}, ${row.updatedAt}, ${row.updatedBy})
  on conflict (key, language) do update set name = excluded.name, purpose = excluded.purpose, subject = excluded.subject,
    body = excluded.body, updated_at = excluded.updated_at, updated_by = excluded.updated_by
  returning xmax = 0 as "isNew"`

export const deleteTemplate = (key: string, language: string): Statement<unknown> =>
  sql`delete from messaging.template where key = ${key} and language = ${language}`
