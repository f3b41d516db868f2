import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { setDoNotContact } from '../acts/person-acts.sql.ts'
import { contactHeld, contactResumed } from '../model/facts.ts'
import { candidateIds } from '../model/input.ts'
import { holdContact as may } from '../model/permissions.ts'
import { setRelationship } from '../record/set-relationship.ts'
import { requireVisible } from '../record/sight.ts'
import { insertProvenance } from './contact-point.sql.ts'

const reason = z.string().trim().min(1, 'Say why.').max(500)

export const holdContact = defineCommand({
  name: 'candidates.holdContact',
  says: 'Marks people as not to be contacted; the reason is kept.',
  permission: may,
  input: z.object({ candidateIds, reason }),
  handle: async (tx, { candidateIds, reason }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const held = await tx.rows(setDoNotContact(candidateIds, { at: tx.now, reason }, tx.now))
    await keepReason(tx, held, 'do-not-contact', reason)
    await setRelationship(
      tx,
      stateOf(held, () => 'do-not-contact'),
    )
    for (const { id } of held) tx.record(contactHeld({ candidateId: id as CandidateId }, {}))
    return ok({ held: held.map(({ id }) => id) })
  },
})

export const resumeContact = defineCommand({
  name: 'candidates.resumeContact',
  says: 'Lifts do-not-contact, for instance because the person asked for it.',
  permission: may,
  input: z.object({ candidateIds, reason }),
  handle: async (tx, { candidateIds, reason }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const resumed = await tx.rows(setDoNotContact(candidateIds, null, tx.now))
    await keepReason(tx, resumed, 'contact-resumed', reason)
    await setRelationship(
      tx,
      stateOf(resumed, (one) => (one.hasWritten ? 'engaged' : 'known')),
    )
    for (const { id } of resumed) tx.record(contactResumed({ candidateId: id as CandidateId }, {}))
    return ok({ resumed: resumed.map(({ id }) => id) })
  },
})

type Held = { readonly id: string; readonly relationship: string; readonly hasWritten: boolean }

// Who is in process stays an applicant: they speak to us by their own act and must be answered.
const stateOf = (held: readonly Held[], state: (one: Held) => string) =>
  held
    .filter((one) => one.relationship !== 'applicant')
    .map((one) => ({ candidateId: one.id, relationship: state(one) }))

/** Facts hold no free text, so the reason stands in the provenance, where erasure reaches it. */
const keepReason = (tx: WriteTx, held: readonly Held[], field: string, value: string) =>
  tx.change(
    insertProvenance(
      held.map(({ id }) => ({
        candidateId: id,
        field,
        value,
        cameFrom: 'user',
        cameBy: userIdOf(tx.actor),
        cameFileId: null,
      })),
      tx.now,
    ),
  )
