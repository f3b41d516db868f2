import { userIdOf } from '../../kernel/model/actor.ts'
import type { About } from '../../kernel/model/fact.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { mailCancelled } from '../model/facts.ts'
import { cancelWaiting, withDedupeKeys, withIds } from './message.sql.ts'
import { refreshThreads } from './thread.sql.ts'

/** Takes back mails that have not left; answers which. What a worker is sending at this moment stays sent. */
export const cancelMail = async (
  tx: WriteTx,
  which: { readonly dedupeKeys: readonly string[] } | { readonly messageIds: readonly string[] },
): Promise<readonly string[]> => {
  const condition = 'dedupeKeys' in which ? withDedupeKeys(which.dedupeKeys) : withIds(which.messageIds)
  const gone = await tx.rows(cancelWaiting(condition, tx.now, userIdOf(tx.actor)))
  for (const row of gone)
    tx.record(
      mailCancelled(
        {
          candidateId: row.candidateId,
          applicationId: row.applicationId,
          jobId: row.jobId,
          subjectId: row.id,
        } as About,
        { purpose: row.purpose, template: row.templateKey },
      ),
    )
  if (gone.length > 0) await tx.change(refreshThreads([...new Set(gone.map((row) => row.threadId))], tx.now))
  return gone.map(({ id }) => id)
}
