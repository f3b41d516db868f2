import type { Actor } from '../../kernel/model/actor.ts'
import type { JobId, UserId } from '../../kernel/model/id.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'
import type { DaysByOffice } from '../jobs/clock.ts'
import { seesPay, visibleJob } from '../jobs/visible-job.sql.ts'
import type { PostingId } from '../model/ids.ts'
import type { JobState } from '../model/job.ts'
import type { PostingContent } from '../model/posting.ts'

export interface PostingRow {
  readonly postingId: PostingId
  readonly jobId: JobId
  readonly slug: string
  readonly state: 'draft' | 'live' | 'closed'
  readonly liveVersion: number | null
  readonly firstLiveAt: Instant | null
  readonly closedAt: Instant | null
  readonly reference: string
  readonly version: number
  readonly savedAt: Instant
  readonly publishedAt: Instant | null
  readonly content: PostingContent
}

const content: Fragment = sql`jsonb_strip_nulls(jsonb_build_object('title', v.title, 'summary', v.summary, 'body', v.body,
    'language', v.language, 'locations', v.locations, 'workplace', v.workplace, 'employmentType', v.employment_type,
    'pay', v.pay, 'benefits', v.benefits, 'form', v.form, 'applyUntil', v.apply_until, 'facts', v.facts))`

const columnsWith = (shown: Fragment): Fragment => sql`
  p.id as "postingId", p.job_id as "jobId", p.slug, p.state, p.live_version as "liveVersion",
  p.first_live_at as "firstLiveAt", p.closed_at as "closedAt", p.reference_number as reference,
  v.version, v.saved_at as "savedAt", v.published_at as "publishedAt", ${shown} as content`
const columns: Fragment = columnsWith(content)

const latest: Fragment = sql`
  join lateral (select * from ats.posting_version v where v.posting_id = p.id order by v.version desc limit 1) v on true`

/** A posting with its newest version, draft or published, held until the transaction ends. */
export const lockPosting = (id: PostingId): Statement<PostingRow> =>
  sql<PostingRow>`select ${columns} from ats.posting p ${latest} where p.id = ${id} for update of p`

export const latestVersionsOfJob = (jobId: JobId): Statement<PostingRow> =>
  sql<PostingRow>`select ${columns} from ats.posting p ${latest} where p.job_id = ${jobId} order by p.slug`

/** The same as the actor may read them: a draft's pay is not public yet. */
export const loadLatestVersionsOfJob = (actor: Actor, jobId: JobId): Statement<PostingRow> =>
  sql<PostingRow>`select ${columnsWith(
    sql`case when v.published_at is null and not ${seesPay(actor, 'j')} then ${content} - 'pay' else ${content} end`,
  )} from ats.posting p join ats.job j on j.id = p.job_id ${latest} where p.job_id = ${jobId} order by p.slug`

/** The newest version of a posting whose job the actor may see. */
export const loadPosting = (actor: Actor, id: PostingId): Statement<PostingRow> =>
  sql<PostingRow>`select ${columns} from ats.posting p join ats.job j on j.id = p.job_id ${latest}
    where p.id = ${id} and ${visibleJob(actor, 'j')}`

/** Every version of a posting, newest first. */
export const loadVersions = (id: PostingId): Statement<PostingRow> =>
  sql<PostingRow>`select ${columns} from ats.posting p join ats.posting_version v on v.posting_id = p.id
    where p.id = ${id} order by v.version desc limit 200`

export interface PublicPosting extends PostingRow {
  readonly jobState: JobState
  readonly code: string
  readonly department: string | null
  readonly officeId: string | null
  readonly answerWithinDays: number
  /** Approved seats that are still to fill; 0 where seats are not kept. */
  readonly seats: number
  /** When the live version was published: what `changed` means to a reader. */
  readonly openUntil: string | null
}

const publicColumns: Fragment = sql`${columns}, j.state as "jobState", j.code, j.department, j.office_id as "officeId",
  j.answer_within_days as "answerWithinDays", v.apply_until as "openUntil",
  (select count(*) from ats.opening o where o.job_id = j.id and o.state in ('approved', 'open'))::int as seats`

const liveVersion: Fragment = sql`
  join ats.job j on j.id = p.job_id
  join ats.posting_version v on v.posting_id = p.id and v.version = p.live_version`

/** The live version of the posting at an address, or of one that was live once: for its page or its 410. */
export const loadPublicPosting = (slug: string): Statement<PublicPosting> =>
  sql<PublicPosting>`select ${publicColumns} from ats.posting p ${liveVersion} where p.slug = ${slug}`

/** Where one applies for a job today: the posting that has been live longest. */
export const loadLivePostingOfJob = (jobId: JobId, today: string): Statement<{ slug: string }> =>
  sql<{ slug: string }>`select p.slug from ats.posting p
    join ats.posting_version v on v.posting_id = p.id and v.version = p.live_version
    where p.job_id = ${jobId} and p.state = 'live' and (v.apply_until is null or v.apply_until >= ${today}::date)
    order by p.first_live_at, p.id limit 1`

/** Every posting one can apply to, a place's, a team's, with these words; confidential jobs have no public page. */
export const loadOpenPostings = (
  today: DaysByOffice,
  search: {
    readonly words: readonly string[]
    readonly country?: string
    readonly city?: string
    readonly team?: string
  },
): Statement<PublicPosting> => sql<PublicPosting>`
  select ${publicColumns} from ats.posting p ${liveVersion}
  where p.state = 'live' and j.state = 'open' and (v.apply_until is null or v.apply_until >=
      coalesce(${JSON.stringify(today.at)}::jsonb ->> j.office_id::text, ${today.otherwise})::date)
    ${search.team ? sql`and j.department = ${search.team}` : sql``}
    ${search.country ? sql`and v.locations @> ${JSON.stringify([{ country: search.country }])}::jsonb` : sql``}
    ${search.city ? sql`and v.locations @> ${JSON.stringify([{ city: search.city }])}::jsonb` : sql``}
    ${search.words.map((word) => sql`and kernel.fold(concat_ws(' ', v.title, v.summary, v.body, j.department, v.locations::text)) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`).reduce((all, one) => sql`${all} ${one}`, sql``)}
  order by p.first_live_at desc, p.id limit 2000`

export const insertPosting = (posting: {
  id: PostingId
  jobId: JobId
  slug: string
  reference: string
}): Statement<unknown> => sql`
  insert into ats.posting (id, job_id, slug, reference_number)
  values (${posting.id}, ${posting.jobId}, ${posting.slug}, ${posting.reference})`

/** Writes a draft version; one that was published is frozen and stays as it is. */
export const saveVersion = (
  id: PostingId,
  version: number,
  it: PostingContent,
  by: { now: Instant; userId: UserId | null; criteria: unknown; steps: unknown },
): Statement<unknown> => sql`
  insert into ats.posting_version as v (posting_id, version, title, summary, body, language, locations, workplace,
    employment_type, pay, benefits, form, criteria, steps, apply_until, facts, saved_at, saved_by)
  values (${id}, ${version}, ${it.title}, ${it.summary ?? null}, ${it.body}, ${it.language},
    ${JSON.stringify(it.locations)}::jsonb, ${it.workplace}, ${it.employmentType},
    ${it.pay ? JSON.stringify(it.pay) : null}::jsonb, ${it.benefits ?? null}, ${JSON.stringify(it.form)}::jsonb,
    ${JSON.stringify(by.criteria)}::jsonb, ${JSON.stringify(by.steps)}::jsonb, ${it.applyUntil ?? null},
    ${JSON.stringify(it.facts)}::jsonb, ${by.now}, ${by.userId})
  on conflict (posting_id, version) do update set title = excluded.title, summary = excluded.summary, body = excluded.body,
    language = excluded.language, locations = excluded.locations, workplace = excluded.workplace,
    employment_type = excluded.employment_type, pay = excluded.pay, benefits = excluded.benefits, form = excluded.form,
    criteria = excluded.criteria, steps = excluded.steps, apply_until = excluded.apply_until, facts = excluded.facts,
    saved_at = excluded.saved_at, saved_by = excluded.saved_by
  where v.published_at is null`

/** Freezes a version with the criteria and steps of this moment, and makes it the live one. */
export const publishVersion = (
  id: PostingId,
  version: number,
  now: Instant,
  frozen: { criteria: unknown; steps: unknown },
): Statement<unknown> => sql`
  with frozen as (
    update ats.posting_version set published_at = ${now}, criteria = ${JSON.stringify(frozen.criteria)}::jsonb,
      steps = ${JSON.stringify(frozen.steps)}::jsonb
    where posting_id = ${id} and version = ${version} and published_at is null)
  update ats.posting set state = 'live', live_version = ${version}, first_live_at = coalesce(first_live_at, ${now}),
    closed_at = null
  where id = ${id}`

export const closePostings = (
  ids: readonly PostingId[],
  now: Instant,
): Statement<{ postingId: PostingId; jobId: JobId }> =>
  sql<{ postingId: PostingId; jobId: JobId }>`
    update ats.posting set state = 'closed', closed_at = ${now} where id = any(${ids}) and state = 'live'
    returning id as "postingId", job_id as "jobId"`

export const livePostingsOfJob = (jobId: JobId): Statement<{ postingId: PostingId }> =>
  sql<{
    postingId: PostingId
  }>`select id as "postingId" from ats.posting where job_id = ${jobId} and state = 'live'`

/** What stood on a version of a posting, for the record of an application that answered it. */
export const loadFrozenVersion = (
  id: PostingId,
  version: number,
): Statement<{ content: PostingContent; criteria: unknown; steps: unknown; publishedAt: Instant | null }> =>
  sql`select ${content} as content, v.criteria, v.steps, v.published_at as "publishedAt"
    from ats.posting_version v where v.posting_id = ${id} and v.version = ${version}`
