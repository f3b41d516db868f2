import { z } from 'zod'
import { contactOf, idsByAddress, standingOf } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { anyone } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { queueMail } from '../../messaging/door.ts'
import { withinLimits } from '../applications/limits.ts'
import { ownPageClosed, ownPageLinkAsked, ownPageOpened } from '../model/facts.ts'
import { mailAddress } from '../model/mail-address.ts'
import { insertLinks, revokeSession, sessionOf, useLink } from './link.sql.ts'
import { hashOfToken, linkDays, makeLinks, newToken } from './link-token.ts'
import { mostRecentApplications } from './own.sql.ts'

/** How long an opened page stays open on a device, in days. */
export const sessionDays = 7

const token = z.string().min(20).max(100)

/** Trades a mailed link for a session, once. The edge keeps the session's secret in a cookie. */
export const openCandidateLink = defineCommand({
  name: 'ats.openCandidateLink',
  says: 'Opens a candidate’s own page by the link in their mail; a link works once.',
  permission: anyone,
  input: z.strictObject({ token }),
  handle: async (tx, input) => {
    const used = await tx.row(useLink(hashOfToken(input.token), tx.now))
    const link = used && { ...used, candidateId: await survivorOf(tx, used.candidateId) }
    if (!link) return refuse('not-found', 'This link has been used or has expired. Ask for a new one.')
    const session = newToken()
    const expiresAt = daysAfter(tx.now, sessionDays)
    await tx.change(insertLinks([{ ...link, tokenHash: hashOfToken(session) }], 'session', tx.now, expiresAt))
    tx.record(ownPageOpened({ candidateId: link.candidateId, applicationId: link.applicationId }, {}))
    return ok({ candidateId: link.candidateId, applicationId: link.applicationId, session, expiresAt })
  },
})

/** Whose session a cookie's secret is; for the edge, which then acts as that candidate. */
export const candidateSession = defineQuery({
  name: 'ats.candidateSession',
  says: 'Whose own page a session opens.',
  permission: anyone,
  input: z.strictObject({ session: token }),
  handle: async (tx, input) => {
    const found = await tx.row(sessionOf(hashOfToken(input.session), tx.now))
    return found
      ? ok({ candidateId: await survivorOf(tx, found.candidateId) })
      : refuse('not-found', 'This page was left or has expired. Ask for a new link.')
  },
})

/** Ends a session on this device. */
export const closeCandidateSession = defineCommand({
  name: 'ats.closeCandidateSession',
  says: 'Leaves a candidate’s own page on this device.',
  permission: anyone,
  input: z.strictObject({ session: token }),
  handle: async (tx, input) => {
    const left = await tx.row(revokeSession(hashOfToken(input.session), tx.now))
    if (left) tx.record(ownPageClosed({ candidateId: left.candidateId }, {}))
    return ok({ closed: true })
  },
})

/** A merged person's links open the page of the record that stands for them now. */
const survivorOf = async (tx: ReadTx, candidateId: CandidateId): Promise<CandidateId> =>
  ((await standingOf(tx, [candidateId])).get(candidateId)?.standsAs ?? candidateId) as CandidateId

/** Mails a new link to whoever applied with this address; the answer never says whether anybody did (R33). */
export const mailNewLink = defineCommand({
  name: 'ats.mailNewLink',
  says: 'Mails a link to the own page, if somebody applied with this address.',
  permission: anyone,
  input: z.strictObject({
    email: mailAddress,
    from: z.string().max(100).optional(),
  }),
  handle: async (tx, input) => {
    const allowed = await withinLimits(tx, [
      { key: `link mail:${input.email}`, most: 5, withinMinutes: 60 },
      ...(input.from ? [{ key: `link ip:${input.from}`, most: 20, withinMinutes: 60 }] : []),
    ])
    if (!allowed.ok) return allowed
    const ids = await idsByAddress(tx, [input.email])
    const candidateId = ids.get(input.email)?.[0] as CandidateId | undefined
    const [newest] = candidateId ? await tx.rows(mostRecentApplications(candidateId)) : []
    if (candidateId && newest) {
      const [link] = await makeLinks(tx, [{ candidateId, applicationId: newest.id }])
      const person = (await contactOf(tx, [candidateId])).get(candidateId)
      await queueMail(tx, [
        {
          candidateId,
          applicationId: newest.id,
          purpose: 'service',
          automated: true,
          to: { address: input.email, name: person?.name ?? '' },
          template: {
            key: 'own-page-link',
            fields: { 'application.link': link!, 'job.title': newest.jobTitle },
          },
          sendAfter: tx.now,
        },
      ])
    }
    tx.record(
      ownPageLinkAsked(
        { candidateId: candidateId && newest ? candidateId : null },
        { links: newest ? 1 : 0 },
      ),
    )
    return ok({ asked: true, validDays: linkDays })
  },
})
