import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface ProspectRow {
  readonly readyFrom: string | null
  readonly readyUntil: string | null
  readonly readySaidAt: Instant | null
  readonly snoozedUntil: string | null
  readonly snoozeReason: string | null
  readonly snoozedBy: string | null
}

export const loadProspect = (candidateId: string): Statement<ProspectRow> => sql<ProspectRow>`
  select p.ready_from as "readyFrom", p.ready_until as "readyUntil", p.ready_said_at as "readySaidAt",
    p.snoozed_until as "snoozedUntil", p.snooze_reason as "snoozeReason", p.snoozed_by as "snoozedBy"
  from crm.prospect p where p.candidate_id = ${candidateId}`

export const saveReadiness = (
  candidateIds: readonly string[],
  said: { readonly readyFrom: string; readonly readyUntil: string } | null,
  at: Instant,
): Statement<{ candidateId: string }> => sql<{ candidateId: string }>`
  insert into crm.prospect (candidate_id, ready_from, ready_until, ready_said_at)
  select c, ${said?.readyFrom ?? null}::date, ${said?.readyUntil ?? null}::date, ${said ? at : null}::timestamptz
  from unnest(${candidateIds}::uuid[]) c
  on conflict (candidate_id) do update set ready_from = excluded.ready_from, ready_until = excluded.ready_until,
    ready_said_at = excluded.ready_said_at
  returning candidate_id as "candidateId"`

export const saveSnooze = (
  candidateIds: readonly string[],
  until: string,
  reason: string | null,
  by: string | null,
): Statement<{ candidateId: string }> => sql<{ candidateId: string }>`
  insert into crm.prospect (candidate_id, snoozed_until, snooze_reason, snoozed_by)
  select c, ${until}::date, ${reason}, ${by}::uuid from unnest(${candidateIds}::uuid[]) c
  on conflict (candidate_id) do update set snoozed_until = excluded.snoozed_until,
    snooze_reason = excluded.snooze_reason, snoozed_by = excluded.snoozed_by
  returning candidate_id as "candidateId"`

export interface Woken {
  readonly candidateId: string
  readonly until: string
  readonly by: string | null
  readonly reason: string | null
}

const wake = sql`snoozed_until = null, snoozed_by = null, snooze_reason = null`
const was = sql`w.candidate_id as "candidateId", w.snoozed_until as until, w.snoozed_by as by, w.snooze_reason as reason`

export const wakeProspects = (candidateIds: readonly string[]): Statement<Woken> => sql<Woken>`
  update crm.prospect p set ${wake} from (select * from crm.prospect
    where candidate_id = any(${candidateIds}::uuid[]) and snoozed_until is not null order by candidate_id for update) w
  where p.candidate_id = w.candidate_id returning ${was}`

/** Whose day has come, the longest due first. */
export const wakeDue = (today: string, limit: number): Statement<Woken> => sql<Woken>`
  update crm.prospect p set ${wake} from (select * from crm.prospect
    where snoozed_until <= ${today}::date order by snoozed_until, candidate_id limit ${limit} for update skip locked) w
  where p.candidate_id = w.candidate_id returning ${was}`
