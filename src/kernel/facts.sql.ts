import type { Actor } from './model/actor.ts'
import type { Fact, RecordedFact } from './model/fact.ts'
import { noticeOf } from './model/notice.ts'
import type { Instant } from './model/time.ts'
import { jsonRows, type Statement, sql } from './sql.ts'

/** Inserts facts in order, tells listeners, and answers the facts with their numbers. One statement. */
export const insertFacts = (
  facts: readonly Fact[],
  by: { readonly actor: Actor; readonly at: Instant; readonly command: string },
): Statement<{ id: number }> => {
  const rows = facts.map((fact, position) => ({
    position,
    name: fact.name,
    candidate_id: fact.about.candidateId ?? null,
    application_id: fact.about.applicationId ?? null,
    job_id: fact.about.jobId ?? null,
    subject_id: fact.about.subjectId ?? null,
    particulars: fact.particulars,
  }))
  const actorId = 'id' in by.actor ? by.actor.id : by.actor.kind === 'system' ? by.actor.name : null
  return sql<{ id: number }>`
    insert into kernel.fact (name, at, actor_kind, actor_id, command, candidate_id, application_id, job_id, subject_id, particulars)
    select r.name, ${by.at}, ${by.actor.kind}, ${actorId}, ${by.command}, r.candidate_id, r.application_id, r.job_id, r.subject_id, r.particulars
    from ${jsonRows(rows, 'position int, name text, candidate_id uuid, application_id uuid, job_id uuid, subject_id text, particulars jsonb')}
    order by r.position
    returning id`
}

/** Wakes live screens with the commit. */
export const notifyFacts = (facts: readonly Fact[]): Statement<unknown> =>
  sql`select pg_notify('facts', ${JSON.stringify(noticeOf(facts))})`

const columns = sql`id, name, at, actor_kind as "actorKind", actor_id as "actorId", command, particulars,
  jsonb_build_object('candidateId', candidate_id, 'applicationId', application_id, 'jobId', job_id, 'subjectId', subject_id) as about`

/** The facts with these numbers, in order. */
export const factsById = (ids: readonly number[]): Statement<RecordedFact> =>
  sql<RecordedFact>`select ${columns} from kernel.fact where id = any(${ids}) order by id`

/**
 * Those of the candidates of whom there are other facts than one import's: facts of `command` do not count unless
 * an arrival among them is about another subject; facts with one of `names` never do.
 */
export const whoseFactsBesides = (
  candidateIds: readonly string[],
  besides: {
    readonly command: string
    readonly subjectId: string
    readonly arrivals: string
    readonly names: readonly string[]
  },
): Statement<{ candidateId: string }> => sql<{ candidateId: string }>`
  select c as "candidateId" from unnest(${candidateIds}::uuid[]) c where exists (
    select from kernel.fact f where f.candidate_id = c and f.name <> all(${besides.names}::text[])
      and (f.command <> ${besides.command} or (f.name = ${besides.arrivals} and f.subject_id is distinct from ${besides.subjectId})))`

/** Whether a fact of this name, without these particulars, became true of the candidate after a moment. */
export const hasFactSince = (
  candidateId: string,
  name: string,
  at: Instant,
  besides: Readonly<Record<string, string>>,
): Statement<{ id: number }> => sql<{ id: number }>`
  select f.id from kernel.fact f where f.candidate_id = ${candidateId} and f.name = ${name} and f.at > ${at}
    and not f.particulars @> ${JSON.stringify(besides)}::jsonb limit 1`
