import { visibleJob } from '../ats/door.ts'
import { visibleCandidate } from '../candidates/door.ts'
import type { Actor } from '../kernel/model/actor.ts'
import type { Instant } from '../kernel/model/time.ts'
import { type Statement, sql } from '../kernel/sql.ts'

export interface ExportedCandidate {
  readonly id: string
  readonly name: string
  readonly goesBy: string | null
  readonly pronouns: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly links: readonly string[]
  readonly title: string | null
  readonly headline: string | null
  readonly company: string | null
  readonly location: string | null
  readonly country: string | null
  readonly language: string | null
  readonly tags: readonly string[]
  readonly skills: readonly string[]
  readonly ownerMail: string | null
  readonly source: string
  readonly sourceDetail: string | null
  readonly relationship: string
  readonly doNotContactAt: Instant | null
  /** The last event of each consent; `unproven` says nothing. */
  readonly poolConsent: string | null
  readonly newsletterConsent: string | null
  readonly createdAt: Instant
  readonly lastActivityAt: Instant
}

/** People in the order of the ids, with what a list of them says. */
export const loadExportedCandidates = (ids: readonly string[]): Statement<ExportedCandidate> => {
  const points = (kind: string) =>
    sql`array(select p.value from candidates.contact_point p where p.candidate_id = c.id and p.kind = ${kind} order by p.is_primary desc, p.id)`
  const consent = (purpose: string) =>
    sql`(select e.event from candidates.consent_event e where e.candidate_id = c.id and e.purpose = ${purpose} and e.event <> 'unproven'
      order by e.at desc, e.event desc limit 1)`
  return sql<ExportedCandidate>`
    select c.id, c.name, c.goes_by as "goesBy", c.pronouns, ${points('email')} as emails, ${points('phone')} as phones,
      ${points('link')} as links, c.title, c.headline, c.company, c.location, c.country, c.language,
      array(select t.name from candidates.candidate_tag ct join candidates.tag t on t.id = ct.tag_id
        where ct.candidate_id = c.id order by t.name_key) as tags,
      array(select f.content ->> 'name' from candidates.resume_fact f
        where f.candidate_id = c.id and f.kind = 'skill' order by f.position) as skills,
      (select u.mail from accounts.user_account u where u.id = c.owner_id) as "ownerMail", c.source,
      c.source_detail as "sourceDetail", c.relationship, c.do_not_contact_at as "doNotContactAt",
      ${consent('talent-pool')} as "poolConsent", ${consent('newsletter')} as "newsletterConsent",
      c.created_at as "createdAt", c.last_activity_at as "lastActivityAt"
    from unnest(${ids}::uuid[]) with ordinality as o(id, position) join candidates.candidate c on c.id = o.id
    order by o.position`
}

export interface ExportedApplication {
  readonly id: string
  readonly candidateId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly jobTitle: string
  readonly jobCode: string
  readonly stage: string
  readonly state: string
  readonly appliedAt: Instant
  readonly enteredStageAt: Instant
  readonly source: string
  readonly closedAt: Instant | null
  readonly reason: string | null
  readonly reasonSide: string | null
}

/** A job's applications by id, after one; none of a job or of people out of sight. */
export const loadExportedApplications = (
  actor: Actor,
  jobId: string,
  after: string | undefined,
  limit: number,
): Statement<ExportedApplication> => {
  const point = (kind: string) =>
    sql`(select p.value from candidates.contact_point p where p.candidate_id = c.id and p.kind = ${kind} order by p.is_primary desc, p.id limit 1)`
  return sql<ExportedApplication>`
    select a.id, c.id as "candidateId", c.name, ${point('email')} as email, ${point('phone')} as phone, j.title as "jobTitle",
      j.code as "jobCode", s.name as stage, a.state, a.applied_at as "appliedAt", a.entered_stage_at as "enteredStageAt",
      a.source, a.closed_at as "closedAt", r.says as reason, a.reason_side as "reasonSide"
    from ats.application a join ats.job j on j.id = a.job_id join ats.stage s on s.id = a.stage_id
      join candidates.candidate c on c.id = a.candidate_id left join ats.reason r on r.code = a.reason_code
    where a.job_id = ${jobId} and ${visibleJob(actor, 'j')} and ${visibleCandidate(actor, 'c')}
      and ${after ? sql`a.id > ${after}::uuid` : sql`true`}
    order by a.id limit ${limit}`
}

export const jobIsVisible = (actor: Actor, jobId: string): Statement<{ code: string }> =>
  sql<{ code: string }>`select j.code from ats.job j where j.id = ${jobId} and ${visibleJob(actor, 'j')}`
