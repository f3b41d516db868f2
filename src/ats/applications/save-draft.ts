import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { anyone } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import { queueMail } from '../../messaging/door.ts'
import { draftSaved } from '../model/facts.ts'
import { mailAddress } from '../model/mail-address.ts'
import { hashOfToken, newToken, siteAddress } from '../own-page/link-token.ts'
import { loadPublicPosting } from '../postings/posting.sql.ts'
import { insertDraft, loadDraft } from './draft.sql.ts'
import { withinLimits } from './limits.ts'

/** How long a half-filled form is kept, in days. */
export const draftDays = 14

const mostBytes = 100_000

/** Keeps a half-filled form and mails the link that brings it back; nothing of it reaches the team. */
export const saveApplicationDraft = defineCommand({
  name: 'ats.saveApplicationDraft',
  says: 'Keeps a half-filled application form and mails a link to it.',
  permission: anyone,
  input: z.strictObject({
    postingSlug: z.string().max(200),
    email: mailAddress,
    name: z.string().max(200).default(''),
    /** The form as filled in, in the shape of the page that will show it again. */
    content: z.record(z.string(), z.unknown()),
    from: z.string().max(100).optional(),
  }),
  handle: async (tx, input) => {
    const posting = await tx.row(loadPublicPosting(input.postingSlug))
    if (posting?.state !== 'live') return refuse('not-found', 'There is no such job.')
    if (JSON.stringify(input.content).length > mostBytes)
      return refuse('too-large', 'That is too much text to keep.')
    const allowed = await withinLimits(tx, [
      { key: `draft mail:${input.email}`, most: 5, withinMinutes: 60 },
      ...(input.from ? [{ key: `draft ip:${input.from}`, most: 20, withinMinutes: 60 }] : []),
    ])
    if (!allowed.ok) return allowed
    const token = newToken()
    const expiresAt = daysAfter(tx.now, draftDays)
    await tx.change(
      insertDraft({
        tokenHash: hashOfToken(token),
        postingId: posting.postingId,
        content: input.content,
        now: tx.now,
        expiresAt,
      }),
    )
    await queueMail(tx, [
      {
        candidateId: null,
        jobId: posting.jobId,
        purpose: 'service',
        automated: true,
        to: { address: input.email, name: input.name },
        template: {
          key: 'draft-link',
          fields: {
            'job.title': posting.content.title,
            'application.link': `${await siteAddress(tx)}/careers/jobs/${posting.slug}/apply?draft=${token}`,
          },
        },
        sendAfter: tx.now,
      },
    ])
    tx.record(draftSaved({ jobId: posting.jobId }, {}))
    return ok({ saved: true, expiresAt })
  },
})

/** A kept form, for whoever has its link. */
export const applicationDraft = defineQuery({
  name: 'ats.applicationDraft',
  says: 'A half-filled form by its link.',
  permission: anyone,
  input: z.strictObject({ token: z.string().min(20).max(100) }),
  handle: async (tx, input) => {
    const draft = await tx.row(loadDraft(hashOfToken(input.token), tx.now))
    return draft ? ok(draft) : refuse('not-found', 'This form is no longer kept. Please start again.')
  },
})
