import { type Fragment, type Statement, sql } from '../../kernel/sql.ts'

/** Mails beyond which a word is so frequent that the list is walked instead, newest first, until it is full. */
export const mostMailsFound = 2000
/** Conversations that one page of a search walks at most. */
export const mostWalked = 20_000
/** Waiting mails that are searched, those that leave first; no index holds their words. */
export const mostWaiting = 20_000

const asked = (words: readonly string[]): Fragment => sql`
  (select string_agg(quote_literal(kernel.fold(word)) || ':*', ' & ')::tsquery from unnest(${words}::text[]) as word)`

/** Conversations of some mails that were said and hold beginnings of all the words: one mail more than most, or all. */
export const loadFound = (words: readonly string[]): Statement<{ threadId: string }> => sql<{
  threadId: string
}>`
  select m.thread_id as "threadId" from messaging.message m
  where m.state in ('sent', 'received') and m.words @@ ${asked(words)} limit ${mostMailsFound + 1}`

/** Conversations in which such a mail waits; whether more wait than were searched. */
export const loadWaitingFound = (
  words: readonly string[],
): Statement<{ threadIds: string[]; leftOut: boolean }> => sql<{ threadIds: string[]; leftOut: boolean }>`
  with next as materialized (
    select m.thread_id, m.words from messaging.message m where m.state in ('waiting', 'sending')
    order by m.send_after limit ${mostWaiting + 1}
  ), asked as (select ${asked(words)} as words)
  select array(select distinct n.thread_id from next n, asked where n.words @@ asked.words) as "threadIds",
    (select count(*) from next) > ${mostWaiting} as "leftOut"`

/** Whether a mail of the conversation `t`, said or waiting, holds beginnings of all the words. */
export const holdsWords = (words: readonly string[]): Fragment => sql`exists (
  select from messaging.message m where m.thread_id = t.id and m.state in ('sent', 'received', 'waiting', 'sending')
    and m.words @@ ${asked(words)})`
