import { z } from 'zod'
import { see } from '../candidates/model/permissions.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { cursorOf, readCursor } from './model/cursor.ts'
import { factNamesOf, factSentences, type Sentence, sentenceOf } from './model/fact-sentences.ts'
import { hasTimeline, loadTimeline, type TimelineRow } from './timeline.sql.ts'

/** An entry of the timeline, ready to be read. */
export interface TimelineEntry extends Omit<TimelineRow, 'key'> {
  readonly id: string
  readonly icon: Sentence['icon']
  readonly half: Sentence['half']
  readonly says: string
}

const kinds = [
  'person',
  'application',
  'decision',
  'mail',
  'note',
  'task',
  'file',
  'consent',
  'merge',
  'tag',
] as const

export const timeline = defineQuery({
  name: 'views.timeline',
  says: 'Everything that ever happened with a person, newest first: facts, messages and notes one may read.',
  permission: see,
  input: z.object({
    candidateId: z.uuid(),
    kinds: z.array(z.enum(kinds)).max(kinds.length).optional(),
    applicationId: z.uuid().optional(),
    after: z.string().max(500).optional(),
    limit: z.number().int().min(1).max(100).default(40),
  }),
  handle: async (tx, { candidateId, kinds, applicationId, after, limit }) => {
    const shows = (kind: (typeof kinds & object)[number]) => !kinds?.length || kinds.includes(kind)
    const rows = await tx.rows(
      loadTimeline(
        tx.actor,
        candidateId,
        {
          names: factNamesOf(kinds?.length ? kinds : allIcons),
          messages: shows('mail'),
          notes: shows('note'),
          applicationId,
        },
        limit + 1,
        readCursor(after, 'at', 'key'),
      ),
    )
    if (rows.length === 0 && !(await tx.row(hasTimeline(tx.actor, candidateId))))
      return refuse('not-found', 'There is no such candidate, or it is not yours to see.')
    const last = rows[limit - 1]
    return ok({
      entries: rows.slice(0, limit).map(entryOf),
      next: rows.length > limit && last ? cursorOf({ at: last.at, key: last.key }) : undefined,
    })
  },
})

const allIcons = [...new Set(Object.values(factSentences).map(({ icon }) => icon))]

const entryOf = ({ key, ...row }: TimelineRow): TimelineEntry => {
  const actor =
    row.actorName ??
    (row.actorKind === 'candidate' ? 'They' : row.actorKind === 'visitor' ? 'They' : 'Throughline')
  if (row.kind === 'message') {
    const half = row.jobId ? 'ats' : 'both'
    const text = row.text?.replace(/\s+/gu, ' ') ?? null
    return { ...row, text, id: key, icon: 'mail', half, says: messageSays(row, actor) }
  }
  if (row.kind === 'note')
    return { ...row, id: key, icon: 'note', half: 'both', says: `${actor} wrote a note` }
  const { icon, half } = factSentences[row.name]!
  const {
    actorKind,
    jobTitle: job,
    poolName: pool,
    stageName: stage,
    sequenceName: sequence,
    particulars,
  } = row
  const says = sentenceOf(row.name, { actor, actorKind, job, pool, stage, sequence, particulars })!
  return { ...row, id: key, icon, half, says }
}

const messageSays = (row: Omit<TimelineRow, 'key'>, actor: string): string => {
  if (row.name === 'in') return row.particulars.kind === 'bounce' ? 'A mail came back' : 'They wrote'
  const states: Readonly<Record<string, string>> = {
    waiting: `A mail from ${actor} waits`,
    sending: `A mail from ${actor} is on its way`,
    cancelled: `A mail from ${actor} was cancelled`,
    blocked: `A mail from ${actor} was held back`,
    failed: `A mail from ${actor} could not be sent`,
  }
  return states[row.state ?? ''] ?? `${actor} wrote`
}
