import type { Actor } from '../../kernel/model/actor.ts'
import type { ApplicationId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { InterviewId, ScorecardId } from '../model/ids.ts'
import type { ScorecardContent } from '../model/scorecard.ts'
import { scorecardsInSight } from './in-sight.sql.ts'

export interface OwnScorecard {
  readonly id: ScorecardId
  readonly draft: ScorecardContent
  /** As it was sent last. */
  readonly sent: ScorecardContent | null
  readonly savedAt: Instant
  readonly version: number
  readonly submittedAt: Instant | null
}

export const loadOwnScorecard = (interviewId: InterviewId, authorId: UserId): Statement<OwnScorecard> =>
  sql<OwnScorecard>`
    select s.id, s.draft, v.content as sent, s.saved_at as "savedAt", s.version, s.submitted_at as "submittedAt"
    from ats.scorecard s left join ats.scorecard_version v on v.scorecard_id = s.id and v.version = s.version
    where s.interview_id = ${interviewId} and s.author_id = ${authorId}`

/** Keeps what is being written; nobody but its author reads it. */
export const saveDraft = (
  id: ScorecardId,
  of: { readonly interviewId: InterviewId; readonly authorId: UserId },
  draft: ScorecardContent,
  now: Instant,
): Statement<unknown> => sql`
  insert into ats.scorecard (id, interview_id, author_id, draft, saved_at)
  values (${id}, ${of.interviewId}, ${of.authorId}, ${JSON.stringify(draft)}::jsonb, ${now})
  on conflict (interview_id, author_id) do update set draft = excluded.draft, saved_at = excluded.saved_at`

/** The draft becomes the next version; answers which. */
export const submitDraft = (
  of: { readonly interviewId: InterviewId; readonly authorId: UserId },
  now: Instant,
): Statement<{ scorecardId: ScorecardId; version: number }> => sql<{
  scorecardId: ScorecardId
  version: number
}>`
  with sent as (
    update ats.scorecard set version = version + 1, submitted_at = coalesce(submitted_at, ${now})
    where interview_id = ${of.interviewId} and author_id = ${of.authorId} returning id, version, draft
  )
  insert into ats.scorecard_version (scorecard_id, version, content, submitted_at)
  select id, version, draft, ${now} from sent returning scorecard_id as "scorecardId", version`

/** Who of an application's interviews has sent a scorecard. */
export const sentBy = (
  ids: readonly ApplicationId[],
): Statement<{ applicationId: ApplicationId; interviewId: InterviewId; authorId: UserId }> => sql<{
  applicationId: ApplicationId
  interviewId: InterviewId
  authorId: UserId
}>`
  select i.application_id as "applicationId", s.interview_id as "interviewId", s.author_id as "authorId" from ats.scorecard s
  join ats.interview i on i.id = s.interview_id
  where i.application_id = any(${ids}) and s.submitted_at is not null`

/** Who owes a scorecard on applications. */
export const owing = (
  ids: readonly ApplicationId[],
): Statement<{ applicationId: ApplicationId; userId: UserId }> => sql<{
  applicationId: ApplicationId
  userId: UserId
}>`
  select i.application_id as "applicationId", w.user_id as "userId" from ats.interview i
  join ats.interviewer w on w.interview_id = i.id
  where i.application_id = any(${ids}) and i.cancelled_at is null and not exists (select from ats.scorecard s
    where s.interview_id = i.id and s.author_id = w.user_id and s.submitted_at is not null)`

export interface SentScorecard {
  readonly scorecardId: ScorecardId
  readonly interviewId: InterviewId
  readonly authorId: UserId
  readonly authorName: string
  /** Newest first. */
  readonly versions: readonly (ScorecardContent & {
    readonly version: number
    readonly submittedAt: Instant
  })[]
}

/** Every scorecard that is in, with its earlier versions, where the actor may read them; in the order they came. */
export const scorecardsOf = (
  actor: Actor,
  id: ApplicationId,
): Statement<Omit<SentScorecard, 'authorName'>> => sql<Omit<SentScorecard, 'authorName'>>`
  select s.id as "scorecardId", s.interview_id as "interviewId", s.author_id as "authorId", (
    select jsonb_agg(v.content || jsonb_build_object('version', v.version, 'submittedAt',
      to_char(v.submitted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.version desc)
    from ats.scorecard_version v where v.scorecard_id = s.id) as versions
  from ats.scorecard s join ats.interview i on i.id = s.interview_id join ats.application a on a.id = i.application_id
  where a.id = ${id} and i.cancelled_at is null and s.submitted_at is not null and ${scorecardsInSight(actor, 'a.id')}
  order by s.submitted_at, s.id`

/** Whether the actor may read the scorecards of an application. */
export const mayRead = (actor: Actor, id: ApplicationId): Statement<{ mayRead: boolean }> =>
  sql<{
    mayRead: boolean
  }>`select ${scorecardsInSight(actor, 'a.id')} as "mayRead" from ats.application a where a.id = ${id}`
