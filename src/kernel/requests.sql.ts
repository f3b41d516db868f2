import { type Statement, sql } from './sql.ts'

interface RequestKey {
  readonly id: string
  readonly actor: string
  readonly command: string
}

/** Claims a request: one row when this is its first time. A parallel repeat waits here for the first to end. */
export const claimRequest = (
  request: RequestKey & { readonly at: string },
): Statement<{ id: string }> => sql<{ id: string }>`
  insert into kernel.request (id, actor, command, answer, at)
  values (${request.id}, ${request.actor}, ${request.command}, 'null', ${request.at})
  on conflict (id, actor, command) do nothing returning id`

export const answerTo = (request: RequestKey): Statement<{ answer: unknown }> => sql<{ answer: unknown }>`
  select answer from kernel.request
  where id = ${request.id} and actor = ${request.actor} and command = ${request.command}`

export const saveAnswer = (request: RequestKey, answer: unknown): Statement<unknown> => sql`
  update kernel.request set answer = ${JSON.stringify(answer ?? null)}::jsonb
  where id = ${request.id} and actor = ${request.actor} and command = ${request.command}`

/** Forgets the answers of requests before `moment`; their repeat would be a first time again. */
export const deleteRequestsBefore = (moment: string): Statement<unknown> =>
  sql`delete from kernel.request where at < ${moment}`
