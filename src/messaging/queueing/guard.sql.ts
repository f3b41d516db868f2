import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import { complaintsThatCount } from '../model/marketing-standing.ts'

/** What was sent or is about to be sent to a person: what the contact guard counts. */
export interface ContactHistory {
  readonly candidateId: string
  readonly senderId: string | null
  readonly marketing: readonly Instant[]
  readonly colleagueId: string | null
  readonly colleagueAt: Instant | null
}

/** `sentOnly`: at sending, what still waits is no word yet. */
export const loadContactHistory = (
  mails: readonly { readonly candidateId: string; readonly senderId: string | null }[],
  by: {
    readonly marketingSince: Instant
    readonly wordSince: Instant
    readonly sentOnly: boolean
  },
): Statement<ContactHistory> => {
  const counted = by.sentOnly ? sql`m.state = 'sent'` : sql`m.state in ('waiting', 'sending', 'sent')`
  const at = sql`coalesce(m.sent_at, m.send_after, m.created_at)`
  return sql<ContactHistory>`
    select c.id as "candidateId", c.sender_id as "senderId",
      coalesce((select jsonb_agg(to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by ${at}) from messaging.message m
        where m.candidate_id = c.id and m.direction = 'out' and ${counted}
          and m.purpose in ('outreach', 'newsletter', 'event') and m.created_at > ${by.marketingSince}::timestamptz - interval '30 days'
          and ${at} > ${by.marketingSince}), '[]') as marketing,
      word.sender_id as "colleagueId", word.at as "colleagueAt"
    from (select distinct "candidateId" as id, "senderId" as sender_id
      from ${jsonRows(mails, '"candidateId" uuid, "senderId" uuid')}) c
    left join lateral (
      select m.sender_id, ${at} as at from messaging.message m
      where m.candidate_id = c.id and m.direction = 'out' and ${counted} and not m.automated
        and m.sender_id is not null and m.sender_id is distinct from c.sender_id
        and m.created_at > ${by.wordSince} and m.purpose <> 'service'
      order by m.created_at desc limit 1) word on true`
}

export interface Suppressed {
  readonly address: string
  readonly kind: 'hard' | 'marketing' | 'complaint'
}

export const loadSuppressions = (addresses: readonly string[]): Statement<Suppressed> => sql<Suppressed>`
  select address, kind from messaging.suppression where address = any(${addresses}::text[]) and lifted_at is null`

export const insertSuppression = (row: {
  readonly id: string
  readonly address: string
  readonly kind: string
  readonly because: string
  readonly at: Instant
}): Statement<unknown> => sql`
  insert into messaging.suppression (id, address, kind, because, at)
  values (${row.id}, ${row.address}, ${row.kind}, ${row.because}, ${row.at})
  on conflict (address, kind) do update set because = excluded.because, at = excluded.at, lifted_at = null
    where messaging.suppression.lifted_at is not null`

export const insertSuppressions = (
  rows: readonly { id: string; address: string; kind: string; because: string }[],
  at: Instant,
): Statement<{ address: string; kind: string }> => sql<{ address: string; kind: string }>`
  insert into messaging.suppression (id, address, kind, because, at)
  select id, address, kind, because, ${at} from ${jsonRows(rows, 'id uuid, address text, kind text, because text')}
  order by address, kind
  on conflict (address, kind) do update set because = excluded.because, at = excluded.at, lifted_at = null
    where messaging.suppression.lifted_at is not null
  returning address, kind`

export const insertSoftBounce = (address: string, code: string, at: Instant): Statement<unknown> =>
  sql`insert into messaging.soft_bounce (address, at, code) values (${address}, ${at}, ${code})`

/** On how many different days mail to the address failed softly since then. */
export const countSoftDays = (address: string, since: Instant): Statement<{ days: number }> => sql<{
  days: number
}>`
  select count(distinct (at at time zone 'UTC')::date) as days from messaging.soft_bounce
  where address = ${address} and at > ${since}`

/** How many of the marketing mails of late were called spam; the many mails are counted only where a few were. */
export const countComplaints = (since: Instant): Statement<{ sent: number; complaints: number }> => sql<{
  sent: number
  complaints: number
}>`
  select complaints, case when complaints < ${complaintsThatCount} then 0 else
    (select count(*) from messaging.message where direction = 'out' and sent_at > ${since}
      and purpose in ('outreach', 'newsletter', 'event')) end as sent
  from (select count(*) as complaints from messaging.suppression where kind = 'complaint' and at > ${since}) late`

export interface DomainCheck {
  readonly domain: string
  readonly checkedAt: Instant
  readonly findings: readonly { readonly what: string; readonly ok: boolean; readonly says: string }[]
}

export const loadDomainCheck = (domain: string): Statement<DomainCheck> => sql<DomainCheck>`
  select domain, checked_at as "checkedAt", findings from messaging.domain_check where domain = ${domain}`

export const saveDomainCheck = (check: DomainCheck): Statement<unknown> => sql`
  insert into messaging.domain_check (domain, checked_at, findings)
  values (${check.domain}, ${check.checkedAt}, ${JSON.stringify(check.findings)}::jsonb)
  on conflict (domain) do update set checked_at = excluded.checked_at, findings = excluded.findings`
