import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import { defineQuery } from '../../kernel/query.ts'
import { tagAdded, tagRemoved } from '../model/facts.ts'
import { fold } from '../model/fold.ts'
import { candidateIds } from '../model/input.ts'
import { edit, see } from '../model/permissions.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { requireVisible } from '../record/sight.ts'
import { addTags, ensureTags, loadTags, removeTags } from './person-acts.sql.ts'

const tagName = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(1).max(60))

export const changeTags = defineCommand({
  name: 'candidates.changeTags',
  says: 'Adds tags to people and takes tags from them; a tag that is new is made.',
  permission: edit,
  input: z.object({
    candidateIds,
    add: z.array(tagName).max(50).default([]),
    remove: z.array(tagName).max(50).default([]),
  }),
  handle: async (tx, { candidateIds, add, remove }) => {
    const visible = await requireVisible(tx, candidateIds)
    if (!visible.ok) return visible
    const wanted = new Map(add.map((name) => [fold(name), { id: newId(), name, nameKey: fold(name) }]))
    const tags = wanted.size > 0 ? await tx.rows(ensureTags([...wanted.values()])) : []
    const tagIds = tags.map(({ id }) => id)
    const added =
      tagIds.length > 0
        ? await tx.rows(addTags([...new Set(candidateIds)], tagIds, tx.now, userIdOf(tx.actor)))
        : []
    const removed = remove.length > 0 ? await tx.rows(removeTags(candidateIds, remove.map(fold))) : []
    for (const { candidateId, tagId } of added)
      tx.record(tagAdded({ candidateId: candidateId as CandidateId, subjectId: tagId }, { tagId }))
    for (const { candidateId, tagId } of removed)
      tx.record(tagRemoved({ candidateId: candidateId as CandidateId, subjectId: tagId }, { tagId }))
    await refreshSearch(
      tx,
      [...added, ...removed].map(({ candidateId }) => candidateId),
    )
    return ok({ added, removed })
  },
})

export const tags = defineQuery({
  name: 'candidates.tags',
  says: 'Every tag, with how many people carry it.',
  permission: see,
  input: z.object({}),
  handle: async (tx) => ok(await tx.rows(loadTags())),
})
