import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

/** All that a record says of a person, in the person's own words and others', without the team's notes. */
export interface EverythingRow {
  readonly candidate: Readonly<Record<string, string | null>>
  readonly contactPoints: readonly {
    kind: string
    value: string
    primary: boolean
    cameFrom: string
    cameAt: Instant
  }[]
  readonly resume: readonly { kind: string; content: Readonly<Record<string, string>> }[]
  readonly consents: readonly {
    purpose: string
    event: string
    at: Instant
    textShown: string | null
    channel: string
    expiresAt: Instant | null
  }[]
  readonly values: readonly { field: string; value: string | null; cameFrom: string; cameAt: Instant }[]
  readonly tags: readonly string[]
}

export const loadEverythingAbout = (id: string): Statement<EverythingRow> => sql<EverythingRow>`
  select jsonb_build_object('name', c.name, 'goesBy', c.goes_by, 'pronouns', c.pronouns, 'headline', c.headline, 'title', c.title,
      'company', c.company, 'location', c.location, 'country', c.country, 'language', c.language, 'timeZone', c.time_zone,
      'source', c.source, 'sourceDetail', c.source_detail, 'relationship', c.relationship, 'onRecordSince', c.created_at) as candidate,
    coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'value', p.value, 'primary', p.is_primary,
      'cameFrom', p.came_from, 'cameAt', p.came_at) order by p.kind, p.is_primary desc, p.id)
      from candidates.contact_point p where p.candidate_id = c.id), '[]') as "contactPoints",
    coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'content', f.content) order by f.kind, f.position)
      from candidates.resume_fact f where f.candidate_id = c.id), '[]') as resume,
    coalesce((select jsonb_agg(jsonb_build_object('purpose', e.purpose, 'event', e.event, 'at', e.at, 'textShown', e.text_shown,
      'channel', e.channel, 'expiresAt', e.expires_at) order by e.at)
      from candidates.consent_event e where e.candidate_id = c.id), '[]') as consents,
    coalesce((select jsonb_agg(jsonb_build_object('field', v.field, 'value', v.value, 'cameFrom', v.came_from, 'cameAt', v.came_at)
      order by v.came_at) from candidates.provenance v where v.candidate_id = c.id), '[]') as values,
    coalesce((select jsonb_agg(t.name order by t.name) from candidates.candidate_tag ct join candidates.tag t on t.id = ct.tag_id
      where ct.candidate_id = c.id), '[]') as tags
  from candidates.candidate c where c.id = ${id} and c.erased_at is null`
