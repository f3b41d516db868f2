import type { ReadTx } from '../../kernel/transaction.ts'
import type { MailState } from './mail-to-queue.ts'
import { type KeyedMail, loadByDedupeKeys } from './message.sql.ts'

/** Where the mails of these reasons stand, by dedupe key; a key without a mail is missing. */
export const mailStates = async (
  tx: ReadTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, MailState>> =>
  keys.length === 0
    ? new Map()
    : new Map((await tx.rows(loadByDedupeKeys(keys))).map((row) => [row.dedupeKey, row.state]))

/** The same mails themselves: their ids, and when a waiting one leaves. */
export const mailsOf = async (
  tx: ReadTx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KeyedMail>> =>
  keys.length === 0
    ? new Map()
    : new Map((await tx.rows(loadByDedupeKeys(keys))).map((row) => [row.dedupeKey, row]))
