import { type Statement, sql } from '../../kernel/sql.ts'

/** Jobs on which both people have an application that runs. */
export const jobsOfBoth = (a: string, b: string): Statement<{ title: string }> => sql<{ title: string }>`
  select j.title from ats.application one join ats.application other on other.job_id = one.job_id
  join ats.job j on j.id = one.job_id
  where one.candidate_id = ${a} and other.candidate_id = ${b} and one.state = 'active' and other.state = 'active'`

/** Only one open request for erasure stands for a person; the merged record's own stays with it. */
export const moveApplications = (move: {
  from: string
  to: string
  mergeId: string
}): Statement<unknown> => sql`
  with links as (
    update ats.candidate_link set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid)
    where candidate_id = ${move.from}
  ), requests as (
    update ats.erasure_request r set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid)
    where candidate_id = ${move.from} and (r.settled_at is not null or not exists (
      select from ats.erasure_request open where open.candidate_id = ${move.to} and open.settled_at is null))
  )
  update ats.application set candidate_id = ${move.to}, merge_id = coalesce(merge_id, ${move.mergeId}::uuid)
  where candidate_id = ${move.from}`

/** Rows of merges `within` the record that leaves go along and keep their mark. */
export const moveApplicationsBack = ({
  mergeId,
  to,
  within,
}: {
  mergeId: string
  to: string
  within: readonly string[]
}): Statement<unknown> => {
  const marks = [mergeId, ...within]
  return sql`
  with links as (
    update ats.candidate_link set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
    where merge_id = any(${marks}::uuid[])
  ), requests as (
    update ats.erasure_request set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
    where merge_id = any(${marks}::uuid[])
  )
  update ats.application set candidate_id = ${to}, merge_id = nullif(merge_id, ${mergeId}::uuid)
  where merge_id = any(${marks}::uuid[])`
}
