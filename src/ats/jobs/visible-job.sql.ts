import type { Actor } from '../../kernel/model/actor.ts'
import { type Fragment, sql } from '../../kernel/sql.ts'
import { seeAllJobs, seeConfidentialJobs, seePay } from '../model/permissions.ts'

/**
 * The one condition that decides which jobs an actor knows of. `alias` is the job's in the statement.
 * Confidential jobs only for their team and who may see every confidential one; without the right to
 * see all jobs, only those whose team one is on.
 */
export const visibleJob = (actor: Actor, alias: string): Fragment => {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'user') return sql`false`
  const onTeam = sql`exists (select from ats.job_team t where t.job_id = ${sql.ref(`${alias}.id`)} and t.user_id = ${actor.id})`
  if (!actor.permissions.has(seeAllJobs.name)) return onTeam
  if (actor.permissions.has(seeConfidentialJobs.name)) return sql`true`
  return sql`(not ${sql.ref(`${alias}.confidential`)} or ${onTeam})`
}

/** Whether the actor sees a job's pay: by right, or as a hiring manager of that job. */
export const seesPay = (actor: Actor, alias: string): Fragment => {
  if (actor.kind === 'system') return sql`true`
  if (actor.kind !== 'user') return sql`false`
  if (actor.permissions.has(seePay.name)) return sql`true`
  return sql`exists (select from ats.job_team p where p.job_id = ${sql.ref(`${alias}.id`)} and p.user_id = ${actor.id} and p.role = 'hiring-manager')`
}
