import { visibleJob } from '../ats/door.ts'
import { visibleCandidate } from '../candidates/door.ts'
import type { StoredConsent } from '../candidates/model/stored-consent.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'
import { contactTermKeys } from '../messaging/model/contact-terms.ts'
import { complaintsThatCount, type MarketingStanding } from '../messaging/model/marketing-standing.ts'

export interface PageRow {
  readonly id: string
  readonly name: string
  readonly goesBy: string | null
  readonly pronouns: string | null
  readonly headline: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly country: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly source: string
  readonly sourceDetail: string | null
  readonly confidential: boolean
  readonly createdAt: Instant
  readonly lastActivityAt: Instant
  readonly lastInboundAt: Instant | null
  readonly lastOutboundAt: Instant | null
  readonly doNotContactAt: Instant | null
  readonly doNotContactReason: string | null
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly contactPoints: readonly {
    readonly id: string
    readonly kind: 'email' | 'phone' | 'link'
    readonly value: string
    readonly normalised: string
    readonly label: string | null
    readonly isPrimary: boolean
    readonly cameFrom: string
    readonly cameAt: Instant
  }[]
  readonly tags: readonly { readonly id: string; readonly name: string }[]
  readonly provenance: readonly {
    readonly field: string
    readonly value: string | null
    readonly cameFrom: string
    readonly cameAt: Instant
    readonly cameBy: string | null
  }[]
  readonly consentEvents: readonly StoredConsent[]
  readonly suppressions: readonly { readonly address: string; readonly kind: string; readonly at: Instant }[]
  readonly applications: readonly PageApplication[]
  /** Jobs they are considered for without having applied. */
  readonly leads: readonly {
    readonly id: string
    readonly jobId: string
    readonly jobTitle: string
    readonly state: 'considered' | 'asked'
    readonly since: Instant
    readonly askedAt: Instant | null
    readonly isVisible: boolean
  }[]
  readonly files: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly mediaType: string
    readonly bytes: number
    readonly state: string
    readonly unreadableReason: string | null
    readonly uploadedAt: Instant
    readonly applicationId: string | null
  }[]
  readonly resume: readonly {
    readonly id: string
    readonly kind: 'employment' | 'education' | 'skill' | 'language'
    readonly content: Readonly<Record<string, string>>
    readonly isEdited: boolean
  }[]
  readonly duplicates: readonly {
    readonly id: string
    readonly candidateId: string
    readonly name: string
    readonly score: number
    readonly reasons: readonly { readonly code: string; readonly says: string }[]
  }[]
  readonly merges: readonly { readonly id: string; readonly name: string; readonly mergedAt: Instant }[]
  readonly openTasks: readonly {
    readonly id: string
    readonly title: string
    readonly due: string | null
    readonly assignedTo: string
    readonly assigneeName: string
  }[]
  readonly recentMarketing: readonly Instant[]
  readonly colleague: { readonly name: string; readonly lastWord: Instant } | null
  readonly standing: MarketingStanding
  readonly settings: Readonly<Record<string, unknown>>
}

export interface PageApplication {
  readonly id: string
  readonly jobId: string
  readonly jobTitle: string
  readonly jobState: string
  readonly state: 'active' | 'hired' | 'rejected' | 'withdrawn' | 'closed'
  readonly stage: string
  readonly stageKind: string
  readonly appliedAt: Instant
  readonly turn: 'us' | 'them'
  readonly turnSays: string | null
  readonly promisedFor: Instant | null
  readonly lastWordAt: Instant | null
  readonly heldUntil: string | null
  readonly closedAt: Instant | null
  readonly reasonCode: string | null
  readonly reasonSide: string | null
  /** Whether the actor may open it; what they may not see still counts for what we may write to the person. */
  readonly isVisible: boolean
}

const list = (select: ReturnType<typeof sql>, order: string) =>
  sql`coalesce((select jsonb_agg(to_jsonb(r) order by ${sql.raw(order)}) from (${select}) r), '[]')`

/** Where a record stands: itself, or the one it was merged into. */
export const standsAs = (id: string): Statement<{ id: string }> =>
  sql<{ id: string }>`select coalesce(merged_into, id) as id from candidates.candidate where id = ${id}`

/** Everything the page's header and panels show, in one statement. */
export const loadPage = (actor: Actor, id: string): Statement<PageRow> => sql<PageRow>`
  select c.id, c.name, c.goes_by as "goesBy", c.pronouns, c.headline, c.title, c.company, c.location, c.country, c.language,
    c.time_zone as "timeZone", c.source, c.source_detail as "sourceDetail", c.confidential, c.created_at as "createdAt",
    c.last_activity_at as "lastActivityAt", c.last_inbound_at as "lastInboundAt", c.last_outbound_at as "lastOutboundAt",
    c.do_not_contact_at as "doNotContactAt", c.do_not_contact_reason as "doNotContactReason",
    (select jsonb_build_object('id', u.id, 'name', u.name) from accounts.user_account u where u.id = c.owner_id) as owner,
    ${list(
      sql`select p.id, p.kind, p.value, p.normalised, p.label, p.is_primary as "isPrimary", p.came_from as "cameFrom",
        ${utc('p.came_at')} as "cameAt" from candidates.contact_point p where p.candidate_id = c.id`,
      'r.kind, r."isPrimary" desc, r.id',
    )} as "contactPoints",
    ${list(
      sql`select t.id, t.name from candidates.candidate_tag ct join candidates.tag t on t.id = ct.tag_id where ct.candidate_id = c.id`,
      'r.name',
    )} as tags,
    ${list(
      sql`select p.field, p.value, p.came_from as "cameFrom", ${utc('p.came_at')} as "cameAt", p.came_by as "cameBy"
        from candidates.provenance p where p.candidate_id = c.id order by p.came_at desc limit 100`,
      'r.field, r."cameAt" desc',
    )} as provenance,
    ${list(
      sql`select e.id, e.purpose, e.event, e.text_hash as "textHash", e.channel, e.proof, ${utc('e.expires_at')} as "expiresAt", ${utc('e.at')} as at, e.by_user as "byUser"
        from candidates.consent_event e where e.candidate_id = c.id`,
      'r.at, r.id',
    )} as "consentEvents",
    ${list(
      sql`select s.address, s.kind, ${utc('s.at')} as at from messaging.suppression s
        where s.lifted_at is null and s.address in (select p.normalised from candidates.contact_point p where p.candidate_id = c.id and p.kind = 'email')`,
      'r.at',
    )} as suppressions,
    ${list(
      sql`select a.id, a.job_id as "jobId", j.title as "jobTitle", j.state as "jobState", a.state, s.name as stage, s.kind as "stageKind",
        ${utc('a.applied_at')} as "appliedAt", a.turn, a.turn_says as "turnSays", ${utc('a.promised_for')} as "promisedFor",
        ${utc('a.last_word_at')} as "lastWordAt", a.held_until as "heldUntil", ${utc('a.closed_at')} as "closedAt",
        a.reason_code as "reasonCode", a.reason_side as "reasonSide", (${visibleJob(actor, 'j')}) as "isVisible"
        from ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id where a.candidate_id = c.id`,
      'r."appliedAt" desc',
    )} as applications,
    ${list(
      sql`select l.id, l.job_id as "jobId", j.title as "jobTitle", l.state, ${utc('l.since')} as since,
        ${utc('l.asked_at')} as "askedAt", (${visibleJob(actor, 'j')}) as "isVisible"
        from crm.lead l join ats.job j on j.id = l.job_id where l.candidate_id = c.id and l.state in ('considered', 'asked')`,
      'r.since, r.id',
    )} as leads,
    ${list(
      sql`select f.id, f.kind, f.name, f.media_type as "mediaType", f.bytes, f.state, f.unreadable_reason as "unreadableReason",
        ${utc('f.uploaded_at')} as "uploadedAt", f.application_id as "applicationId"
        from documents.file f where f.candidate_id = c.id order by f.uploaded_at desc limit 100`,
      'r."uploadedAt" desc',
    )} as files,
    ${list(
      sql`select f.id, f.kind, f.content, f.position, f.edited_at is not null as "isEdited"
        from candidates.resume_fact f where f.candidate_id = c.id limit 500`,
      'r.kind, r.position',
    )} as resume,
    ${list(
      sql`select d.id, o.id as "candidateId", o.name, d.score, d.reasons from candidates.duplicate_suggestion d
        join candidates.candidate o on o.id = case when d.one_id = c.id then d.other_id else d.one_id end
        where (d.one_id = c.id or d.other_id = c.id) and d.settled_at is null and ${visibleCandidate(actor, 'o')}`,
      'r.score desc',
    )} as duplicates,
    ${list(
      sql`select m.id, o.name, ${utc('m.merged_at')} as "mergedAt" from candidates.merge m
        join candidates.candidate o on o.id = m.merged_id where m.survivor_id = c.id and m.undone_at is null`,
      'r."mergedAt" desc',
    )} as merges,
    ${list(
      sql`select t.id, t.title, t.due, t.assigned_to as "assignedTo", u.name as "assigneeName" from candidates.task t
        join accounts.user_account u on u.id = t.assigned_to where t.candidate_id = c.id and t.done_at is null`,
      'r.due nulls last, r.id',
    )} as "openTasks",
    coalesce((select jsonb_agg(${utc('m.sent_at')}) from messaging.message m where m.candidate_id = c.id
      and m.direction = 'out' and m.purpose in ('outreach', 'newsletter', 'event') and m.sent_at > now() - interval '60 days'), '[]') as "recentMarketing",
    (select jsonb_build_object('name', u.name, 'lastWord', ${utc('m.sent_at')}) from messaging.message m
      join accounts.user_account u on u.id = m.sender_id
      where m.candidate_id = c.id and m.direction = 'out' and m.sent_at is not null and not m.automated and m.purpose <> 'service'
        and m.sender_id is distinct from ${'id' in actor ? actor.id : null}::uuid
      order by m.created_at desc limit 1) as colleague,
    (select jsonb_build_object('domain', sender.domain, 'postalAddress', sender.postal_address, 'complaints', late.complaints,
        'findings', coalesce((select findings from messaging.domain_check d where d.domain = sender.domain), '[]'),
        'sent', case when late.complaints < ${complaintsThatCount} then 0 else (select count(*) from messaging.message m
          where m.direction = 'out' and m.sent_at > now() - interval '30 days' and m.purpose in ('outreach', 'newsletter', 'event')) end)
      from (select o.postal_address, lower(split_part(coalesce(o.mail_from, '@' || coalesce(
          (select value #>> '{}' from kernel.memory where key = 'mail.domain'), 'localhost')), '@', 2)) as domain
        from (select 1) always left join accounts.organisation o on true) sender,
        (select count(*) as complaints from messaging.suppression where kind = 'complaint' and at > now() - interval '30 days') late) as standing,
    (select coalesce(jsonb_object_agg(key, value), '{}') from accounts.setting where key = any(${contactTermKeys})) as settings
  from candidates.candidate c where c.id = ${id} and ${visibleCandidate(actor, 'c')}`

/** Inside JSON a time is text: written as every Instant is. */
function utc(column: string) {
  return sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)
}
