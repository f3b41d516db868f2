import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { keyOf, pointOf, regionOf } from '../model/arrival.ts'
import { contactKinds } from '../model/candidate.ts'
import { contactPointAdded, contactPointPreferred, contactPointRemoved } from '../model/facts.ts'
import { contactText } from '../model/input.ts'
import { edit } from '../model/permissions.ts'
import { refreshSearch } from '../record/refresh-search.ts'
import { requireVisible } from '../record/sight.ts'
import {
  type ContactPointRow,
  deleteContactPoints,
  insertContactPoints,
  leadContactPoints,
  loadContactPoints,
  loadContactPointsOf,
} from './contact-point.sql.ts'

export const addContactPoints = defineCommand({
  name: 'candidates.addContactPoints',
  says: 'Adds ways to reach people: mails, phones, links.',
  permission: edit,
  input: z.object({
    contactPoints: z
      .array(
        z.object({
          candidateId: z.uuid(),
          kind: z.enum(contactKinds),
          value: contactText,
          label: z.string().max(50).optional(),
          country: z.string().length(2).optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  handle: async (tx, { contactPoints }) => {
    const ids = [...new Set(contactPoints.map(({ candidateId }) => candidateId))]
    const visible = await requireVisible(tx, ids)
    if (!visible.ok) return visible
    const held = await tx.rows(loadContactPointsOf(ids))
    const holds = new Set(held.map((point) => `${point.candidateId} ${keyOf(point)}`))
    const hasKind = new Set(held.map(({ candidateId, kind }) => `${candidateId} ${kind}`))
    const rows = []
    for (const { candidateId, kind, value, label, country } of contactPoints) {
      const point = pointOf(kind, value, regionOf(country))
      if (!point)
        return refuse('not-a-contact-point', notOne[kind], { field: 'contactPoints', details: value })
      if (holds.has(`${candidateId} ${keyOf(point)}`)) continue
      holds.add(`${candidateId} ${keyOf(point)}`)
      const isPrimary = !hasKind.has(`${candidateId} ${kind}`)
      hasKind.add(`${candidateId} ${kind}`)
      const { shared: _, ...stored } = point
      rows.push({
        ...stored,
        id: newId(),
        candidateId,
        label: label ?? null,
        isPrimary,
        cameFrom: 'user',
        cameBy: userIdOf(tx.actor),
        cameFileId: null,
      })
    }
    if (rows.length === 0) return ok({ added: [] })
    await tx.change(insertContactPoints(rows, tx.now))
    await refreshSearch(tx, ids)
    for (const { id, candidateId, kind } of rows)
      tx.record(contactPointAdded({ candidateId: candidateId as CandidateId, subjectId: id }, { kind }))
    return ok({ added: rows.map(({ id }) => id) })
  },
})

export const removeContactPoints = defineCommand({
  name: 'candidates.removeContactPoints',
  says: 'Removes ways to reach people; where the first one goes, the next takes its place.',
  permission: edit,
  input: z.object({ contactPointIds: z.array(z.uuid()).min(1).max(1000) }),
  handle: async (tx, { contactPointIds }) => {
    const points = await visiblePoints(tx, contactPointIds)
    if (!points.ok) return points
    await tx.change(deleteContactPoints(points.value.map(({ id }) => id)))
    await refreshSearch(
      tx,
      points.value.map(({ candidateId }) => candidateId),
    )
    for (const { id, candidateId, kind } of points.value)
      tx.record(contactPointRemoved({ candidateId, subjectId: id }, { kind }))
    return ok({ removed: points.value.length })
  },
})

export const preferContactPoints = defineCommand({
  name: 'candidates.preferContactPoints',
  says: 'Makes contact points the first of their kind: mails go there.',
  permission: edit,
  input: z.object({ contactPointIds: z.array(z.uuid()).min(1).max(1000) }),
  handle: async (tx, { contactPointIds }) => {
    const points = await visiblePoints(tx, contactPointIds)
    if (!points.ok) return points
    await tx.change(leadContactPoints(contactPointIds))
    for (const { id, candidateId, kind } of points.value)
      tx.record(contactPointPreferred({ candidateId, subjectId: id }, { kind }))
    return ok({ preferred: points.value.length })
  },
})

const notOne = {
  email: 'This is not a mail address.',
  phone: 'This is not a phone number.',
  link: 'This is not a web address.',
} as const

const visiblePoints = async (
  tx: WriteTx,
  asked: readonly string[],
): Promise<Result<readonly (ContactPointRow & { readonly candidateId: CandidateId })[]>> => {
  const points = await tx.rows(loadContactPoints(asked))
  const visible = await requireVisible(
    tx,
    points.map(({ candidateId }) => candidateId),
  )
  if (!visible.ok || points.length < new Set(asked).size)
    return refuse('not-found', 'There is no such contact point, or it is not yours to see.')
  return ok(points as never)
}
