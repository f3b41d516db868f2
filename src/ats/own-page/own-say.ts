import { z } from 'zod'
import { notifyUsers, usersWithRole } from '../../accounts/door.ts'
import { correctOwnDetails, everythingAbout } from '../../candidates/door.ts'
import { holdsAddress } from '../../candidates/model/name.ts'
import { defineCommand } from '../../kernel/command.ts'
import { ownRecord } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { receiveFromOwnPage } from '../../messaging/door.ts'
import { lockApplications, setTurn } from '../applications/application.sql.ts'
import { notifyLeads } from '../applications/notify-leads.ts'
import { loadTeams } from '../jobs/team.sql.ts'
import { erasureRequested, ownDetailsCorrected, ownMessageWritten } from '../model/facts.ts'
import { applicationId } from '../model/ids.ts'
import { jsonResumeOf } from '../model/json-resume.ts'
import { mailAddress } from '../model/mail-address.ts'
import { insertErasureRequest } from './own.sql.ts'
import { ownRecordOf } from './own-applications.ts'

const onlyThere = refuse('not-allowed', 'Only on one’s own page.')

/** Writes to the team; the message stands in the inbox like a mail and it is our turn. */
export const writeOwnMessage = defineCommand({
  name: 'ats.writeOwnMessage',
  says: 'A candidate writes to the team on their own page.',
  permission: ownRecord,
  input: z.strictObject({
    applicationId,
    text: z.string().trim().min(1, 'write something first').max(20_000),
  }),
  handle: async (tx, input) => {
    if (tx.actor.kind !== 'candidate') return onlyThere
    const [one] = await tx.rows(lockApplications(tx.actor, [input.applicationId]))
    if (!one) return refuse('not-found', 'There is no such application.')
    const { messageId } = await receiveFromOwnPage(tx, {
      candidateId: one.candidateId,
      applicationId: one.id,
      jobId: one.jobId,
      text: input.text,
    })
    if (one.state === 'active' && one.turn === 'them')
      await tx.change(setTurn([one.id], 'us', 'read the answer', tx.now))
    const about = { candidateId: one.candidateId, applicationId: one.id, jobId: one.jobId }
    tx.record(ownMessageWritten({ ...about, subjectId: messageId }, {}))
    await notifyLeads(tx, await tx.rows(loadTeams([one.jobId])), 'reply', about)
    return ok({ messageId })
  },
})

/** Corrects name, mail, telephone or town; the earlier values stay in the record's provenance. */
export const correctOwn = defineCommand({
  name: 'ats.correctOwnDetails',
  says: 'A candidate corrects their name and how they can be reached.',
  permission: ownRecord,
  input: z.strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((name) => !holdsAddress(name), 'Write only your name, without an address of a page.')
      .optional(),
    email: mailAddress.optional(),
    phone: z.string().trim().min(4).max(60).optional(),
    town: z.string().trim().max(200).optional(),
    timeZone: z.string().max(60).optional(),
  }),
  handle: async (tx, input) => {
    if (tx.actor.kind !== 'candidate') return onlyThere
    const fields = Object.entries(input).flatMap(([field, value]) => (value === undefined ? [] : [field]))
    if (fields.length === 0) return refuse('nothing-changed', 'Change something first.')
    await correctOwnDetails(tx, tx.actor.id, input)
    tx.record(ownDetailsCorrected({ candidateId: tx.actor.id }, { fields }))
    return ok({ fields })
  },
})

/** Asks for erasure: noted at once and put before a person. Erasing itself comes with a later version. */
export const askForErasure = defineCommand({
  name: 'ats.askForErasure',
  says: 'A candidate asks for their data to be erased; a person of the organisation settles it.',
  permission: ownRecord,
  input: z.strictObject({}),
  handle: async (tx) => {
    if (tx.actor.kind !== 'candidate') return onlyThere
    const requestId = newId()
    const fresh = await tx.row(insertErasureRequest(requestId, tx.actor.id, tx.now))
    if (fresh) {
      tx.record(erasureRequested({ candidateId: tx.actor.id, subjectId: requestId }, { requestId }))
      const officers = await usersWithRole(tx, ['compliance-officer', 'admin'])
      await notifyUsers(
        tx,
        officers.map((user) => ({
          userId: user.id,
          kind: 'erasure-request',
          candidateId: tx.actor.kind === 'candidate' ? tx.actor.id : null,
          subjectId: requestId,
        })),
      )
    }
    return ok({ asked: true })
  },
})

/** Everything on record about the person, for their own use: as shown, and as JSON Résumé (GDPR Art. 15, 20). */
export const ownDownload = defineQuery({
  name: 'ats.ownDownload',
  says: 'Everything stored about a candidate, for the candidate: as JSON with a JSON Résumé part.',
  permission: ownRecord,
  input: z.strictObject({}),
  handle: async (tx) => {
    if (tx.actor.kind !== 'candidate') return onlyThere
    const own = await ownRecordOf(tx, tx.actor.id)
    const record = await everythingAbout(tx, tx.actor.id)
    return ok({
      madeAt: tx.now,
      ...own,
      record: record ?? null,
      resume: record ? jsonResumeOf(record) : null,
    })
  },
})
