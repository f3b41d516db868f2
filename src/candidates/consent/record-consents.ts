import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant } from '../../kernel/model/time.ts'
import { consentPurposes } from '../model/consent.ts'
import { recordConsent as may } from '../model/permissions.ts'
import { requireVisible } from '../record/sight.ts'
import { recordConsent } from './record-consent.ts'

export const recordConsents = defineCommand({
  name: 'candidates.recordConsents',
  says: 'Writes down what people consented to or withdrew, as they told us; it is never changed afterwards.',
  permission: may,
  input: z.object({
    consents: z
      .array(
        z.object({
          candidateId: z.uuid(),
          purpose: z.enum(consentPurposes),
          event: z.enum(['given', 'withdrawn']),
          textShown: z.string().max(20_000).optional(),
          language: z.string().max(35).optional(),
          channel: z.enum(['verbal', 'mail', 'form', 'import']),
          proof: z.string().max(500).optional(),
          expiresAt: z.iso.datetime().optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  handle: async (tx, { consents }) => {
    const visible = await requireVisible(
      tx,
      consents.map(({ candidateId }) => candidateId),
    )
    if (!visible.ok) return visible
    const unproven = consents.find(
      ({ event, textShown, proof }) => event === 'given' && !(textShown && proof),
    )
    if (unproven)
      return refuse(
        'proof-missing',
        'A consent counts only with the text that was agreed to and where its proof lies.',
        { field: unproven.textShown ? 'proof' : 'textShown' },
      )
    await recordConsent(
      tx,
      consents.map((one) => ({ ...one, expiresAt: one.expiresAt ? instant(one.expiresAt) : undefined })),
    )
    return ok({ recorded: consents.length })
  },
})
