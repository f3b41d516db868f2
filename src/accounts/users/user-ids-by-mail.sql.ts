import { type Statement, sql } from '../../kernel/sql.ts'

export const loadIdsByMail = (keys: readonly string[]): Statement<{ id: string; key: string }> =>
  sql<{ id: string; key: string }>`
    select id, mail_key as key from accounts.user_account where mail_key = any(${keys}::text[]) and disabled_at is null`
