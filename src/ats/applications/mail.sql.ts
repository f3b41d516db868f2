import type { ApplicationId, CandidateId, JobId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'

interface About {
  readonly candidateId: CandidateId
  readonly applicationId: ApplicationId
  readonly jobId: JobId
}
type Sent = readonly { readonly applicationId: ApplicationId; readonly at: string }[]

const about = sql`a.candidate_id as "candidateId", a.id as "applicationId", a.job_id as "jobId"`
const newest = (sent: Sent) => sql`(select "applicationId", max(at) as at
  from ${jsonRows(sent, '"applicationId" uuid, at timestamptz(3)')} group by "applicationId") as s`

/** Moves the last word forward, never back. Rows in order of id, so that two at work do not lock each other out. */
export const noteWords = (sent: Sent): Statement<About> => sql<About>`
  with held as (
    select o.id, s.at from ats.application o join ${newest(sent)} on s."applicationId" = o.id order by o.id for update of o)
  update ats.application a set last_word_at = held.at from held
  where a.id = held.id and (a.last_word_at is null or a.last_word_at < held.at) returning ${about}`

/** The decisions that these mails were the first to tell. */
export const noteTold = (sent: Sent): Statement<About> => sql<About>`
  update ats.decision d set told_at = s.at from ats.application a, ${newest(sent)}
  where a.id = s."applicationId" and d.application_id = a.id and d.mail_key is not null and d.told_at is null
    and d.undone_at is null and d.at <= s.at returning ${about}`

export const noteAnswers = (ids: readonly ApplicationId[], now: Instant): Statement<About> => sql<About>`
  with held as (select id from ats.application where id = any(${ids}::uuid[]) order by id for update)
  update ats.application a set turn = 'us', turn_says = 'read the answer', updated_at = ${now} from held
  where a.id = held.id and a.state = 'active' and a.turn = 'them' returning ${about}`
