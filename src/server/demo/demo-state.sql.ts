import type { Kysely } from 'kysely'
import { type Connection, connect } from '../../adapters/database.ts'
import { reasonsAtFirst } from '../../ats/model/reasons-at-first.ts'
import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, sql } from '../../kernel/sql.ts'

interface CastData {
  readonly organisation: {
    readonly name: string
    readonly slug: string
    readonly language: string
    readonly timeZone: string
  }
  readonly offices: Readonly<
    Record<
      string,
      {
        readonly id: string
        readonly name: string
        readonly legalEntity: string
        readonly city: string
        readonly country: string
        readonly timeZone: string
      }
    >
  >
  readonly people: Readonly<
    Record<
      string,
      {
        readonly id: string
        readonly name: string
        readonly mail: string
        readonly title: string
        readonly roles: readonly string[]
      }
    >
  >
}

/** The demo's organisation, offices and people, under their fixed ids. Nobody has a password. */
export const insertPeople = async (
  write: Kysely<unknown>,
  at: Instant,
  { organisation, offices, people }: CastData,
): Promise<void> => {
  await sql`insert into accounts.organisation (name, slug, postal_address, mail_from, language, time_zone, is_demo, created_at)
    values (${organisation.name}, ${organisation.slug}, 'Keilekade 84, Rotterdam', 'jobs@northwind.example', ${organisation.language}, ${organisation.timeZone}, true, ${at})`.execute(
    write,
  )
  await sql`insert into accounts.office (id, name, legal_entity, city, country, time_zone)
    select r.id, r.name, r."legalEntity", r.city, r.country, r."timeZone"
    from ${jsonRows(Object.values(offices), 'id uuid, name text, "legalEntity" text, city text, country text, "timeZone" text')}`.execute(
    write,
  )
  const rows = Object.values(people).map((person) => ({ ...person, mail_key: person.mail.toLowerCase() }))
  await sql`insert into accounts.user_account (id, name, mail, mail_key, title, time_zone, created_at)
    select r.id, r.name, r.mail, r.mail_key, r.title, ${organisation.timeZone}, ${at}
    from ${jsonRows(rows, 'id uuid, name text, mail text, mail_key text, title text')}`.execute(write)
  await sql`insert into accounts.user_role (user_id, role)
    select r.id, jsonb_array_elements_text(r.roles) from ${jsonRows(rows, 'id uuid, roles jsonb')}`.execute(
    write,
  )
}

/** The story's mails whose time has passed count as sent then; nothing leaves the machine. */
export const markMailsSent = async (write: Kysely<unknown>, now: Instant): Promise<void> => {
  await sql`update messaging.message set state = 'sent', sent_at = send_after
    where direction = 'out' and state = 'waiting' and send_after <= ${now}`.execute(write)
}

/** The application that came in last: the story needs its ids, which `apply` tells nobody. */
export const lastApplication = async (
  write: Kysely<unknown>,
): Promise<{ candidateId: string; applicationId: string }> =>
  (
    await sql<{ candidateId: string; applicationId: string }>`
      select candidate_id as "candidateId", application_id as "applicationId" from kernel.fact
      where name = 'application.received' order by id desc limit 1`.execute(write)
  ).rows[0]!

/** Some applications of a job that are still open, the first ones. */
export const activeApplications = async (
  write: Kysely<unknown>,
  title: string,
  most: number,
): Promise<string[]> =>
  (
    await sql<{ id: string }>`select a.id from ats.application a join ats.job j on j.id = a.job_id
      where j.title = ${title} and a.state = 'active' order by a.applied_at desc limit ${most}`.execute(write)
  ).rows.map((row) => row.id)

/** Who stands in the interviews of a job, the latest arrivals first: nobody decides on those soon. */
export const applicationsInInterviews = async (write: Kysely<unknown>, jobId: string): Promise<string[]> =>
  (
    await sql<{ id: string }>`select a.id from ats.application a join ats.stage s on s.id = a.stage_id
      where a.job_id = ${jobId} and a.state = 'active' and a.held_until is null and s.kind in ('interview', 'offer')
      order by a.entered_stage_at desc`.execute(write)
  ).rows.map((row) => row.id)

/** Stands in kernel.memory once the demo's story is told to its end. */
export const demoToldKey = 'demo-told'

export const organisationKind = sql<{ isDemo: boolean; isTold: boolean }>`
  select is_demo as "isDemo", exists (select from kernel.memory where key = ${demoToldKey}) as "isTold" from accounts.organisation`

/** Empties every table of every room, as their owner: the demo leaves nothing behind. Answers the files' keys first. */
export const emptyEverything = async (owner: Connection): Promise<string[]> => {
  const client = await connect(owner)
  try {
    const keys = (await client.query('select storage_key as key from documents.file')).rows.map(
      (row) => row.key as string,
    )
    const tables = (
      await client.query(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_'
           and n.nspname not in ('information_schema', 'public', 'migrations', 'deliveries')
           and (n.nspname, c.relname) <> ('kernel', 'memory')`,
      )
    ).rows.map((row) => row.name as string)
    await client.query(`truncate ${tables.join(', ')} restart identity cascade`)
    // As they came, and not as somebody changed them in the demo.
    for (const [at, one] of reasonsAtFirst.entries())
      await client.query(
        'insert into ats.reason (code, says, side, template_key, position) values ($1, $2, $3, $4, $5)',
        [one.code, one.says, one.side, one.templateKey, (at + 1) * 10],
      )
    await client.query('delete from deliveries.job')
    await client.query('delete from kernel.memory where key = $1', [demoToldKey])
    return keys
  } finally {
    await client.end()
  }
}

/** The conversation about an application. */
export const threadOf = async (write: Kysely<unknown>, applicationId: string): Promise<string> =>
  (
    await sql<{ id: string }>`select id from messaging.thread where application_id = ${applicationId}
      order by created_at limit 1`.execute(write)
  ).rows[0]!.id

/** The last mail of a sequence that somebody got. */
export const lastStepOf = async (write: Kysely<unknown>, candidateId: string): Promise<string | undefined> =>
  (
    await sql<{ id: string }>`select m.id from messaging.message m
      where m.candidate_id = ${candidateId} and m.template_key = 'sequence' and m.state = 'sent'
      order by m.created_at desc limit 1`.execute(write)
  ).rows[0]?.id

/** When each person last heard from us: what the product notes as its mails leave. */
export const noteLastWords = async (write: Kysely<unknown>): Promise<void> => {
  await sql`update ats.application a set last_word_at = told.at
    from (select application_id, max(sent_at) as at from messaging.message
      where direction = 'out' and state = 'sent' and application_id is not null group by application_id) told
    where told.application_id = a.id`.execute(write)
  await sql`update candidates.candidate c set last_outbound_at = told.at
    from (select candidate_id, max(sent_at) as at from messaging.message
      where direction = 'out' and state = 'sent' and candidate_id is not null group by candidate_id) told
    where told.candidate_id = c.id`.execute(write)
  await sql`update ats.decision d set told_at = m.sent_at from messaging.message m
    where m.dedupe_key = d.mail_key and m.state = 'sent'`.execute(write)
}
