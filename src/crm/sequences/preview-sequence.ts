import { z } from 'zod'
import { requireVisible } from '../../candidates/door.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { draftMails } from '../../messaging/door.ts'
import { runSequences } from '../model/permissions.ts'
import { senderFor } from './enrol.ts'
import { enrolmentOf, loadLines } from './enrolment.sql.ts'
import { noSuchSequence } from './make-sequences.ts'
import { loadSequence, loadSteps } from './sequence.sql.ts'
import { stepMail } from './step-mail.ts'

export const previewSequence = defineQuery({
  name: 'crm.previewSequence',
  says: 'Every step as one person gets it: with what was put in, what is missing, and whether it may go.',
  permission: runSequences,
  input: z.object({ sequenceId: z.uuid(), candidateId: z.uuid() }),
  handle: async (tx, { sequenceId, candidateId }) => {
    const sequence = await tx.row(loadSequence(tx.actor, sequenceId))
    if (!sequence) return noSuchSequence
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    const enrolment = await tx.row(enrolmentOf(sequenceId, candidateId))
    const sender = enrolment ? { id: enrolment.senderId } : undefined
    const own = sender ? ok(sender) : await senderFor(tx, undefined)
    if (!own.ok) return own
    const steps = await tx.rows(loadSteps([sequenceId]))
    const lines = new Map(
      (enrolment ? await tx.rows(loadLines([enrolment.id])) : []).map(({ stepId, line }) => [stepId, line]),
    )
    const drafts = await draftMails(
      tx,
      steps.map((step) =>
        stepMail({
          candidateId,
          senderId: own.value.id,
          steps,
          position: step.position,
          line: lines.get(step.id) ?? (step.needsPersonalLine ? '…' : undefined),
        }),
      ),
    )
    // The guard counts mails of one list for each other; what it says of the first is what is true now.
    const { verdict, from, to } = drafts[0]!
    return ok({
      enrolmentId: enrolment?.id ?? null,
      nextStep: enrolment?.nextStep ?? 0,
      from: from.name,
      to: { name: to.name },
      verdict,
      steps: drafts.map(({ rendered, subject, text }, at) => ({
        stepId: steps[at]!.id,
        subject,
        text,
        spans: rendered.ok ? rendered.preview : null,
        missing: rendered.ok ? [] : rendered.missing,
        line: lines.get(steps[at]!.id) ?? null,
      })),
    })
  },
})
