import { z } from 'zod'
import { contactOf, identifyCandidates, requireVisible, touchCandidates } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { About } from '../../kernel/model/fact.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { threadLinked } from '../model/facts.ts'
import { writeMail } from '../model/permissions.ts'
import { loadThread } from './inbox.sql.ts'
import { noThread } from './keep-threads.ts'
import { linkThreadTo } from './link.sql.ts'

/**
 * Says whose a conversation is that could not be matched: somebody on record, or somebody new. Either has the
 * address from then on, known from the mail, so that their next one finds its way alone.
 */
export const linkThread = defineCommand({
  name: 'messaging.linkThread',
  says: 'Says whose a conversation is that could not be matched; they have its address from then on.',
  permission: writeMail,
  input: z.strictObject({
    threadId: z.uuid(),
    candidateId: z.uuid().optional(),
    /** What somebody new is called, where the mail says it badly. */
    name: z.string().trim().min(1).max(200).optional(),
  }),
  handle: async (tx, { threadId, candidateId, name }) => {
    const found = await tx.row(loadThread(tx.actor, threadId))
    if (!found) return noThread
    if (found.candidateId) return refuse('already-linked', 'This conversation belongs to somebody already.')
    if (candidateId) {
      const visible = await requireVisible(tx, [candidateId])
      if (!visible.ok) return visible
    }
    const [arrived] = await identifyCandidates(
      tx,
      [
        {
          name: name ?? (found.name === found.fromAddress ? found.name.split('@')[0]! : found.name),
          emails: found.fromAddress ? [found.fromAddress] : [],
          source: 'mail',
        },
      ],
      candidateId ? { known: new Map([[0, candidateId as CandidateId]]) } : {},
    )
    const { candidateId: ownerId, isNew } = arrived!
    const owner = (await contactOf(tx, [ownerId])).get(ownerId)
    await tx.change(
      linkThreadTo(threadId, {
        candidateId: ownerId,
        at: tx.now,
        isNew,
        inboundBefore: owner?.lastInboundAt ?? null,
      }),
    )
    await touchCandidates(tx, [ownerId], { activity: true, inbound: true })
    tx.record(threadLinked({ candidateId: ownerId, subjectId: threadId } as About, { isNew }))
    return ok({ candidateId: ownerId, isNew })
  },
})
