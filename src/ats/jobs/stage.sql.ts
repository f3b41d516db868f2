import type { JobId } from '../../kernel/model/id.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { StageId } from '../model/ids.ts'
import type { Stage } from '../model/stage.ts'

export interface StageRow extends Stage {
  readonly jobId: JobId
}

export const loadStages = (jobIds: readonly JobId[]): Statement<StageRow> => sql<StageRow>`
  select id, job_id as "jobId", position, name, kind, candidate_says as "candidateSays",
    duration_says as "durationSays", promise_days as "promiseDays"
  from ats.stage where job_id = any(${jobIds}) order by job_id, position`

/** Replaces a job's stages: given ids stay the same rows, others are new, the rest is deleted. */
export const saveStages = (jobId: JobId, stages: readonly Stage[]): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(
    stages,
    'id uuid, position int, name text, kind text, "candidateSays" text, "durationSays" text, "promiseDays" int',
  )}),
  gone as (delete from ats.stage s where s.job_id = ${jobId} and not exists (select from wanted w where w.id = s.id))
  insert into ats.stage (id, job_id, position, name, kind, candidate_says, duration_says, promise_days)
  select id, ${jobId}, position, name, kind, "candidateSays", "durationSays", "promiseDays" from wanted
  on conflict (id) do update set position = excluded.position, name = excluded.name, kind = excluded.kind,
    candidate_says = excluded.candidate_says, duration_says = excluded.duration_says, promise_days = excluded.promise_days`

/** Stages of a job that any application ever stands in. */
export const stagesInUse = (jobId: JobId): Statement<{ stageId: StageId; count: number }> =>
  sql<{ stageId: StageId; count: number }>`
    select stage_id as "stageId", count(*) as count from ats.application where job_id = ${jobId} group by stage_id`
