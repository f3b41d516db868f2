import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { resumeFactsSaved } from '../model/facts.ts'
import { edit } from '../model/permissions.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { requireVisible } from '../record/sight.ts'
import { correctResumeFacts } from './resume-fact.sql.ts'

const text = z.string().trim().max(500).optional()
const rows = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('employment'),
    rows: z
      .array(
        z.object({
          employer: text,
          title: text,
          start: text,
          end: text,
          summary: z.string().max(5000).optional(),
        }),
      )
      .max(100),
  }),
  z.object({
    kind: z.literal('education'),
    rows: z.array(z.object({ school: text, degree: text, field: text, start: text, end: text })).max(100),
  }),
  z.object({
    kind: z.literal('skill'),
    rows: z.array(z.object({ name: z.string().trim().min(1).max(100) })).max(300),
  }),
  z.object({
    kind: z.literal('language'),
    rows: z.array(z.object({ name: z.string().trim().min(1).max(100), level: text })).max(50),
  }),
])

export const correctResume = defineCommand({
  name: 'candidates.correctResume',
  says: 'Corrects one part of what was read from a résumé; later readings leave it alone.',
  permission: edit,
  input: z.object({ candidateId: z.uuid(), part: rows }),
  handle: async (tx, { candidateId, part }) => {
    const visible = await requireVisible(tx, [candidateId])
    if (!visible.ok) return visible
    const stored = part.rows.map((content, position) => ({ id: newId(), kind: part.kind, position, content }))
    await tx.change(
      correctResumeFacts(candidateId, part.kind, stored, { userId: userIdOf(tx.actor), at: tx.now }),
    )
    await refreshSearch(tx, [candidateId])
    tx.record(
      resumeFactsSaved({ candidateId: candidateId as CandidateId }, { fileId: null, rows: stored.length }),
    )
    return ok({ rows: stored.length })
  },
})
