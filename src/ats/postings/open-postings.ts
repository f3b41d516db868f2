import { z } from 'zod'
import { anyone } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { clockOf, daysByOffice } from '../jobs/clock.ts'
import { leadsOf } from '../jobs/leads.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { dayIn } from '../model/promise.ts'
import { countJobs } from './figures.sql.ts'
import { loadOpenPostings, loadPublicPosting, type PublicPosting } from './posting.sql.ts'

/** The postings one can apply to today, for the careers site, feeds and the sitemap. */
export const openPostings = defineQuery({
  name: 'ats.openPostings',
  says: 'Every posting one can apply to, narrowed by words, place and team; with the choices there are.',
  permission: anyone,
  input: z.object({
    words: z.string().max(200).default(''),
    country: z.string().max(2).optional(),
    city: z.string().max(120).optional(),
    team: z.string().max(120).optional(),
  }),
  handle: async (tx, input) => {
    const today = await daysByOffice(tx)
    const all = await tx.rows(loadOpenPostings(today, { words: [] }))
    const narrowed = Boolean(input.words || input.country || input.city || input.team)
    const words = input.words
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const found = narrowed ? await tx.rows(loadOpenPostings(today, { ...input, words })) : all
    return ok({
      open: all.length,
      teams: counted(all.map((one) => [one.department ?? ''])),
      places: counted(all.map((one) => one.content.locations.map((place) => place.city ?? place.country))),
      postings: found.map(({ content, ...posting }) => ({ ...publicPart(posting), ...listed(content) })),
    })
  },
})

/** One posting by its address: live with all a visitor may know, closed (410), or not found (404). */
export const posting = defineQuery({
  name: 'ats.posting',
  says: 'A live posting by its address, or that it is closed.',
  permission: anyone,
  input: z.object({ slug: z.string().max(200) }),
  handle: async (tx, { slug }) => {
    const found = await tx.row(loadPublicPosting(slug))
    if (!found || found.liveVersion === null) return refuse('not-found', 'There is no such job.')
    const today = dayIn(tx.now, (await clockOf(tx, found.officeId)).zone)
    const open =
      found.state === 'live' && found.jobState === 'open' && (!found.openUntil || found.openUntil >= today)
    if (!open)
      return ok({
        state: 'closed' as const,
        title: found.content.title,
        language: found.content.language,
        closedAt: found.closedAt ?? found.openUntil ?? found.publishedAt,
      })
    const steps = (await tx.rows(loadStages([found.jobId]))).map((stage) => ({
      name: stage.candidateSays ?? stage.name,
      kind: stage.kind,
      durationSays: stage.durationSays,
    }))
    const people = (await leadsOf(tx, [found.jobId])).get(found.jobId) ?? []
    const { jobId: _, ...figures } = (await tx.row(countJobs([found.jobId], tx.now)))!
    return ok({ state: 'live' as const, ...publicPart(found), ...found.content, steps, people, figures })
  },
})

type Row = Omit<PublicPosting, 'content'>
const publicPart = (row: Row) => ({
  postingId: row.postingId,
  jobId: row.jobId,
  slug: row.slug,
  reference: row.reference,
  version: row.version,
  team: row.department,
  officeId: row.officeId,
  seats: row.seats,
  answerWithinDays: row.answerWithinDays,
  postedAt: row.firstLiveAt,
  changedAt: row.publishedAt,
})

const listed = ({ form: _, ...content }: PublicPosting['content']) => content

const counted = (lists: readonly (readonly string[])[]) => {
  const counts = new Map<string, number>()
  for (const list of lists)
    for (const one of new Set(list)) if (one) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].map(([id, jobs]) => ({ id, jobs })).sort((a, b) => a.id.localeCompare(b.id))
}
