import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

/** Whether a mail was taken already: the mailbox hands the same over again after a crash or when its numbers change. */
export const loadTaken = (sourceKey: string | null, messageId: string): Statement<{ id: string }> => sql<{
  id: string
}>`
  select id from messaging.message where source_key = ${sourceKey}
  union all select id from messaging.message where direction = 'in' and message_id = ${messageId} limit 1`

export interface OurMail {
  readonly id: string
  readonly threadId: string
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly senderId: string | null
  readonly toAddress: string
  readonly messageId: string
  readonly purpose: string
}

const columns = sql`id, thread_id as "threadId", candidate_id as "candidateId", application_id as "applicationId",
  job_id as "jobId", sender_id as "senderId", to_address as "toAddress", message_id as "messageId", purpose`

export const loadOurMail = (id: string): Statement<OurMail> =>
  sql<OurMail>`select ${columns} from messaging.message where id = ${id} and direction = 'out'`

/** Which conversations these Message-IDs belong to, ours and theirs. */
export const loadThreadsByMessageIds = (
  ids: readonly string[],
): Statement<{ messageId: string; threadId: string }> => sql<{
  messageId: string
  threadId: string
}>`
  select message_id as "messageId", thread_id as "threadId" from messaging.message
  where direction = 'out' and message_id = any(${ids}::text[])
  union all
  select message_id, thread_id from messaging.message where direction = 'in' and message_id = any(${ids}::text[])`

/** The conversation that was last spoken in with a person, if that is not long ago. */
export const loadLatestThread = (candidateId: string, since: Instant): Statement<{ id: string }> => sql<{
  id: string
}>`
  select id from messaging.thread where candidate_id = ${candidateId} and last_message_at > ${since}
  order by last_message_at desc, id desc limit 1`

/** A conversation nobody could match, with the same writer. */
export const loadHeldThread = (address: string): Statement<{ id: string }> => sql<{ id: string }>`
  select id from messaging.thread where candidate_id is null and lower(from_address) = lower(${address})
  order by last_message_at desc limit 1`

/** The last colleague who wrote in a conversation themselves. */
export const loadLastWriter = (threadId: string): Statement<{ senderId: string }> => sql<{
  senderId: string
}>`
  select sender_id as "senderId" from messaging.message
  where thread_id = ${threadId} and direction = 'out' and sender_id is not null and not automated
  order by created_at desc limit 1`

export const insertAttachments = (
  rows: readonly {
    id: string
    messageId: string
    name: string
    mediaType: string
    contentId: string | null
  }[],
): Statement<unknown> => sql`
  insert into messaging.attachment (id, message_id, name, media_type, content_id)
  select id, "messageId", name, "mediaType", "contentId"
  from ${jsonRows(rows, 'id uuid, "messageId" uuid, name text, "mediaType" text, "contentId" text')}`

export const markBounced = (id: string, verdict: string, code: string): Statement<unknown> =>
  sql`update messaging.message set bounce_class = ${verdict}, bounce_code = ${code} where id = ${id}`

export interface UnkeptMail {
  readonly id: string
  readonly candidateId: string
  readonly rawKey: string
  readonly attachmentIds: readonly string[]
}

/** Mails whose attachments are not with their person yet: of one mail, or of one conversation. */
export const loadUnkept = (subjectId: string): Statement<UnkeptMail> => sql<UnkeptMail>`
  select m.id, m.candidate_id as "candidateId", m.raw_key as "rawKey",
    (select jsonb_agg(a.id order by a.id) from messaging.attachment a where a.message_id = m.id) as "attachmentIds"
  from messaging.message m
  where (m.id = ${subjectId} or m.thread_id = ${subjectId}) and m.candidate_id is not null and m.raw_key is not null
    and exists (select from messaging.attachment a where a.message_id = m.id and a.file_id is null)`

/** Keeps which file each attachment became, where the mail is still this person's; answers which it was kept for. */
export const saveKept = (
  candidateId: string,
  rows: readonly { readonly id: string; readonly fileId: string | null }[],
): Statement<{ id: string }> => sql<{ id: string }>`
  update messaging.attachment a set file_id = r."fileId"
  from ${jsonRows(rows, 'id uuid, "fileId" uuid')} join messaging.attachment held on held.id = r.id
    join messaging.message m on m.id = held.message_id
  where a.id = r.id and m.candidate_id = ${candidateId} returning a.id`

export const loadPosition = (mailbox: string): Statement<{ uidValidity: string; lastUid: number }> =>
  sql<{
    uidValidity: string
    lastUid: number
  }>`select uid_validity as "uidValidity", last_uid as "lastUid" from messaging.mailbox_cursor where mailbox = ${mailbox}`

export const savePosition = (
  mailbox: string,
  at: { uidValidity: string; lastUid: number },
  now: Instant,
): Statement<unknown> => sql`
  insert into messaging.mailbox_cursor (mailbox, uid_validity, last_uid, updated_at)
  values (${mailbox}, ${at.uidValidity}, ${at.lastUid}, ${now})
  on conflict (mailbox) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, updated_at = excluded.updated_at`
