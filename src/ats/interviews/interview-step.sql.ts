import type { JobId, UserId } from '../../kernel/model/id.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { InterviewStepId } from '../model/ids.ts'
import type { InterviewStepPlan } from '../model/interview.ts'

export interface InterviewStep extends Omit<InterviewStepPlan, 'id' | 'interviewerIds'> {
  readonly id: InterviewStepId
  readonly jobId: JobId
  readonly position: number
  readonly interviewerIds: readonly UserId[]
}

export const loadInterviewSteps = (jobIds: readonly JobId[]): Statement<InterviewStep> => sql<InterviewStep>`
  select t.id, t.job_id as "jobId", t.stage_id as "stageId", t.position, t.name, t.kind, t.minutes, t.kit, t.focus,
    t.interviewer_ids as "interviewerIds"
  from ats.interview_step t where t.job_id = any(${jobIds}) order by t.job_id, t.position`

/** Replaces a job's plan: given ids stay the same rows, others are new, the rest goes; interviews keep their kit. */
export const saveInterviewSteps = (
  jobId: JobId,
  steps: readonly Omit<InterviewStep, 'jobId'>[],
): Statement<unknown> => sql`
  with wanted as (select * from ${jsonRows(
    steps,
    'id uuid, "stageId" uuid, position int, name text, kind text, minutes int, kit text, focus jsonb, "interviewerIds" jsonb',
  )}),
  gone as (delete from ats.interview_step t where t.job_id = ${jobId} and not exists (select from wanted w where w.id = t.id))
  insert into ats.interview_step (id, job_id, stage_id, position, name, kind, minutes, kit, focus, interviewer_ids)
  select id, ${jobId}, "stageId", position, name, kind, minutes, kit, focus, "interviewerIds" from wanted
  on conflict (id) do update set stage_id = excluded.stage_id, position = excluded.position, name = excluded.name,
    kind = excluded.kind, minutes = excluded.minutes, kit = excluded.kit, focus = excluded.focus,
    interviewer_ids = excluded.interviewer_ids`
