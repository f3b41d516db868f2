import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { offices, organisation, people } from '../../src/server/demo/cast.ts'
import { idAt, person } from './people.ts'

/** How the benchmark spreads applications: the first job has up to 2,000, the others share the rest. */
export const applicationsOf = (candidates: number) => {
  const applications = Math.floor(candidates / 5)
  const jobs = Math.max(1, Math.floor(candidates / 5000))
  return { applications, jobs, onFirst: Math.min(2000, applications) }
}

export const jobId = (number: number): string => idAt(Date.UTC(2026, 0, 5), 2, number)
const stageId = (job: number, position: number): string => idAt(Date.UTC(2026, 0, 5), 3, job * 10 + position)
export const applicationId = (number: number): string => idAt(Date.UTC(2026, 8, 1), 4, number)

/** Fills an empty, migrated database; as its owner, so that large indexes can be built afterwards. */
export const load = async (owner: pg.Client, of: number, say: (line: string) => void): Promise<void> => {
  await owner.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`)
  await loadCast(owner)
  const rebuild = await dropIndexes(owner, [
    'candidates.search_document',
    'candidates.candidate',
    'candidates.resume_fact',
    'candidates.contact_point',
    'kernel.fact',
  ])
  await loadPeople(owner, of, say)
  await loadBesides(owner)
  say('building indexes')
  await rebuild()
  await loadJobs(owner, of)
  await owner.query('vacuum analyze')
  await owner.query('checkpoint').catch(() => undefined)
}

const loadCast = async (owner: pg.Client): Promise<void> => {
  const now = new Date().toISOString()
  const { name, slug, language, timeZone } = organisation
  await owner.query(
    `insert into accounts.organisation (name, slug, mail_from, language, time_zone, created_at) values ($1, $2, 'jobs@northwind.example', $3, $4, $5)`,
    [name, slug, language, timeZone, now],
  )
  for (const office of Object.values(offices))
    await owner.query(
      'insert into accounts.office (id, name, legal_entity, city, country, time_zone) values ($1, $2, $3, $4, $5, $6)',
      [office.id, office.name, office.legalEntity, office.city, office.country, office.timeZone],
    )
  for (const one of Object.values(people)) {
    await owner.query(
      `insert into accounts.user_account (id, name, mail, mail_key, title, created_at) values ($1, $2, $3, $3, $4, $5)`,
      [one.id, one.name, one.mail, one.title, now],
    )
    await owner.query('insert into accounts.user_role (user_id, role) values ($1, $2)', [
      one.id,
      one.roles[0],
    ])
  }
}

const loadPeople = async (owner: pg.Client, of: number, say: (line: string) => void): Promise<void> => {
  const batch = 2000
  for (let from = 0; from < of; from += batch) {
    const made = Array.from({ length: Math.min(batch, of - from) }, (_, at) => person(from + at, of))
    const owners = [people.maren.id, people.ayse.id, null]
    await copy(
      owner,
      `candidates.candidate (id, name, name_key, sort_key, headline, title, company, location, country, language, owner_id, source,
        created_at, updated_at, last_activity_at, relationship_since)`,
      made.map((one, at) => [
        ...[
          one.id,
          one.name,
          one.nameKey,
          one.sortKey,
          `${one.title} at ${one.company}`,
          one.title,
          one.company,
        ],
        ...[one.town, one.country, 'en', owners[at % 3]!, 'application', one.createdAt, one.createdAt],
        ...[one.lastActivityAt, one.createdAt],
      ]),
    )
    await copy(
      owner,
      'candidates.search_document (candidate_id, recency, body, resume, words)',
      made.map((one) => [one.id, one.lastActivityAt, one.body, one.resume, one.words]),
    )
    await copy(
      owner,
      'candidates.contact_point (id, candidate_id, kind, value, normalised, weak, is_primary, came_from, came_at)',
      made.flatMap((one, at) =>
        [
          ['email', one.mail, one.mail],
          ['phone', one.phone, one.phone.slice(-9)],
        ].map(([kind, value, weak], nth) => [
          ...[idAt(Date.parse(one.createdAt), 5 + nth, from + at), one.id, kind!, value!, value!, weak!],
          ...['t', 'application', one.createdAt],
        ]),
      ),
    )
    await copy(
      owner,
      'candidates.resume_fact (id, candidate_id, kind, position, content)',
      made.flatMap((one, at) =>
        [
          ['employment', { employer: one.company, title: one.title, start: '2019-03' }] as const,
          ['education', { school: one.school, degree: 'BSc' }] as const,
          ...one.skills.map((name) => ['skill', { name }] as const),
        ].map(([kind, content], nth) => [
          idAt(Date.parse(one.createdAt), 10 + nth, from + at),
          one.id,
          kind,
          String(nth),
          JSON.stringify(content),
        ]),
      ),
    )
    if ((from / batch) % 10 === 9) say(`${(from + batch).toLocaleString('en')} people made`)
  }
}

/** What stands beside each person: a file, where values came from, ten facts that lie as far apart as the years. */
const loadBesides = async (owner: pg.Client): Promise<void> => {
  await owner.query(`insert into documents.file (id, candidate_id, kind, name, media_type, bytes, sha256, storage_key, state, uploaded_at, uploaded_by_kind)
    select gen_random_uuid(), id, 'resume', 'resume.pdf', 'application/pdf', 84000, repeat('0', 64), 'aa/' || id, 'read', created_at, 'candidate'
    from candidates.candidate`)
  await owner.query(`insert into candidates.provenance (candidate_id, field, value, came_from, came_at)
    select c.id, v.field, v.value, 'application', c.created_at from candidates.candidate c
    cross join lateral (values ('name', c.name), ('title', c.title), ('company', c.company), ('location', c.location)) v(field, value)`)
  await owner.query(
    `insert into kernel.fact (name, at, actor_kind, actor_id, command, candidate_id, particulars)
    select (array['candidate.added', 'file.attached', 'resume-facts.saved', 'owner.set', 'tag.added', 'relationship.changed',
        'task.assigned', 'task.done', 'candidate.corrected', 'candidate.recognised'])[k + 1],
      c.created_at + (c.last_activity_at - c.created_at) * k / 9, 'user', $1, 'bench.load', c.id,
      '{"source": "application", "fields": ["title"], "relationship": "known", "before": "known"}'
    from generate_series(0, 9) k cross join candidates.candidate c order by k, c.id`,
    [people.maren.id],
  )
}

const stages = [
  ['Applied', 'applied', 55],
  ['Review', 'review', 20],
  ['First interview', 'interview', 13],
  ['Work sample', 'interview', 8],
  ['Offer', 'offer', 3],
  ['Hired', 'hired', 0],
] as const

const loadJobs = async (owner: pg.Client, of: number): Promise<void> => {
  const { applications, jobs, onFirst } = applicationsOf(of)
  const at = new Date(Date.UTC(2026, 0, 5)).toISOString()
  for (let job = 0; job < jobs; job++) {
    await owner.query(
      `insert into ats.job (id, title, code, department, office_id, country, state, created_by, created_at, updated_at, opened_at)
        values ($1, $2, $3, 'Motion Control', $4, 'NL', 'open', $5, $6, $6, $6)`,
      [jobId(job), `Bench job ${job + 1}`, `B-${job + 1}`, offices.rotterdam.id, people.maren.id, at],
    )
    for (const [who, role] of [
      [people.maren, 'recruiter'],
      [people.tomas, 'hiring-manager'],
    ] as const)
      await owner.query('insert into ats.job_team (job_id, user_id, role, leads) values ($1, $2, $3, true)', [
        jobId(job),
        who.id,
        role,
      ])
    for (const [position, [name, kind]] of stages.entries())
      await owner.query(
        'insert into ats.stage (id, job_id, position, name, kind) values ($1, $2, $3, $4, $5)',
        [stageId(job, position), jobId(job), position, name, kind],
      )
  }
  const shares = stages.flatMap(([, , share], position) => Array.from({ length: share }, () => position))
  const ids = await owner.query<{ id: string }>(
    `select id from candidates.candidate order by md5(id::text) limit ${applications}`,
  )
  await copy(
    owner,
    `ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source, turn, turn_says, promised_for, last_word_at)`,
    ids.rows.map(({ id }, number) => {
      const job = number < onFirst || jobs === 1 ? 0 : 1 + (number % (jobs - 1))
      const appliedAt = new Date(
        Date.UTC(2026, 6, 1) + ((number * 7919) % 90) * 86_400_000 + number,
      ).toISOString()
      const stage = shares[(number * 31) % shares.length]!
      return [
        ...[applicationId(number), id, jobId(job), stageId(job, stage), appliedAt, appliedAt, appliedAt],
        ...['careers', number % 3 === 0 ? 'them' : 'us', 'read application', '2026-12-24T12:00:00Z'],
        number % 2 === 0 ? appliedAt : null,
      ]
    }),
  )
  await owner.query(
    `update candidates.candidate c set relationship = 'applicant' from ats.application a where a.candidate_id = c.id`,
  )
}

/** Indexes are built whole afterwards: row by row takes many times as long. Primary keys stay. */
const dropIndexes = async (owner: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> => {
  const found = await owner.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = any($1::regclass[]) and not i.indisprimary`,
    [tables],
  )
  for (const { name } of found.rows) await owner.query(`drop index ${name}`)
  return async () => {
    for (const { made } of found.rows) await owner.query(made)
  }
}

const copy = async (
  owner: pg.Client,
  into: string,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> => {
  const stream = owner.query(copyFrom(`copy ${into} from stdin`))
  const ended = once(stream, 'finish')
  for (let from = 0; from < rows.length; from += 200) {
    const text = rows.slice(from, from + 200).map((row) => `${row.map(field).join('\t')}\n`)
    if (!stream.write(text.join(''))) await once(stream, 'drain')
  }
  stream.end()
  await ended
}

const field = (value: string | null): string =>
  value === null
    ? '\\N'
    : value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
