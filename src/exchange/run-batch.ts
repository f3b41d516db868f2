import { z } from 'zod'
import { bringParticulars, type Identified, identifyCandidates } from '../candidates/door.ts'
import { defineCommand } from '../kernel/command.ts'
import type { CandidateId } from '../kernel/model/id.ts'
import { systemOnly } from '../kernel/model/permission.ts'
import { ok } from '../kernel/model/result.ts'
import type { WriteTx } from '../kernel/transaction.ts'
import { suppressMany } from '../messaging/door.ts'
import { insertExternal, lockImport, updateImport } from './import.sql.ts'
import { type DoneRow, loadWaiting, saveOutcomes } from './import-row.sql.ts'
import { importFinished, importProgressed } from './model/facts.ts'
import type { Outcome } from './model/totals.ts'
import { peopleInRows, type UnderstoodRow } from './people-in-rows.ts'
import { batchSize } from './preview-import.ts'
import { totalsOf } from './totals-of.ts'

/**
 * Brings the next rows in, whole or not at all: the rows' outcomes are in the same transaction as the people,
 * so that a process killed at any point repeats nothing. Who must not be contacted comes in first.
 */
export const runBatch = defineCommand({
  name: 'exchange.runBatch',
  says: 'Brings the next rows of an import in.',
  permission: systemOnly,
  input: z.strictObject({ importId: z.uuid(), rows: z.int().min(1).max(batchSize).default(batchSize) }),
  handle: async (tx, { importId, rows }) => {
    const list = await tx.row(lockImport(importId))
    if (list?.state !== 'running') return ok({ isWhole: true })
    const waiting = await tx.rows(loadWaiting(importId, rows))
    if (waiting.length === 0) {
      await tx.change(
        updateImport(importId, tx.now, {
          state: 'done',
          finishedAt: tx.now,
          totals: (await totalsOf(tx, [importId])).get(importId)!,
        }),
      )
      tx.record(importFinished({ subjectId: importId }, { rows: list.rowCount }))
      return ok({ isWhole: true })
    }
    const understood = await peopleInRows(tx, list, waiting)
    const done = await bringIn(tx, importId, understood)
    await tx.change(saveOutcomes(importId, done))
    await tx.change(updateImport(importId, tx.now, {}))
    const count = (outcome: Outcome) => done.filter((row) => row.outcome === outcome).length
    tx.record(
      importProgressed(
        { subjectId: importId },
        { added: count('added'), joined: count('joined'), skipped: count('skipped'), failed: count('error') },
      ),
    )
    return ok({ isWhole: false })
  },
})

const bringIn = async (
  tx: WriteTx,
  importId: string,
  rows: readonly UnderstoodRow[],
): Promise<readonly DoneRow[]> => {
  const found = new Map<number, Identified>()
  const come = rows.filter((row) => !row.instead && row.person.name !== '')
  // Rows of one id are one person: the first comes in, then all others join them.
  const { first, later } = parted(come)
  await identify(tx, first, found)
  const ids = new Map(
    first.flatMap((row) =>
      row.external ? [[idOf(row.external), found.get(row.number)!.candidateId] as const] : [],
    ),
  )
  await identify(
    tx,
    later.map((row) => ({ ...row, known: row.known ?? ids.get(idOf(row.external!))! })),
    found,
  )
  for (const { number, known, person, instead } of rows)
    if (known && person.name === '' && !instead)
      found.set(number, { candidateId: known, isNew: false, suggestions: [] })

  const brought = await bringParticulars(
    tx,
    rows.flatMap(({ number, person }) => {
      const candidateId = found.get(number)?.candidateId
      return candidateId
        ? [{ ...person, candidateId, consents: [...person.consents, ...withdrawals(person.isUnsubscribed)] }]
        : []
    }),
    importId,
  )
  // The address itself is kept out of our marketing too: that outlives the person's record here.
  await suppressMany(
    tx,
    rows.flatMap(({ number, person }) => {
      const candidateId = person.isUnsubscribed ? found.get(number)?.candidateId : undefined
      return candidateId
        ? person.emails.map((address) => ({
            address,
            kind: 'marketing' as const,
            because: 'import',
            about: { candidateId },
          }))
        : []
    }),
  )
  const externals = [...first, ...later].flatMap((row) =>
    row.external ? [{ ...row.external, candidateId: found.get(row.number)!.candidateId }] : [],
  )
  if (externals.length > 0) await tx.change(insertExternal(externals, importId))
  return outcomes(rows, found, brought)
}

const parted = (rows: readonly UnderstoodRow[]) => {
  const seen = new Set<string>()
  const first: UnderstoodRow[] = []
  const later: UnderstoodRow[] = []
  for (const row of rows) {
    const id = row.external && idOf(row.external)
    if (id !== undefined && seen.has(id)) later.push(row)
    else first.push(row)
    if (id !== undefined) seen.add(id)
  }
  return { first, later }
}

const idOf = ({ system, externalId }: { readonly system: string; readonly externalId: string }) =>
  `${system}\n${externalId}`

const identify = async (tx: WriteTx, rows: readonly UnderstoodRow[], found: Map<number, Identified>) => {
  if (rows.length === 0) return
  const known = new Map(rows.flatMap(({ known }, at) => (known ? [[at, known as CandidateId] as const] : [])))
  const identified = await identifyCandidates(
    tx,
    rows.map(({ arrival }) => arrival),
    { known, searchLater: true },
  )
  rows.forEach(({ number }, at) => {
    found.set(number, identified[at]!)
  })
}

// Who unsubscribed somewhere else wants none of our marketing either, of any kind.
const withdrawals = (isUnsubscribed: boolean) =>
  isUnsubscribed
    ? (['talent-pool', 'newsletter', 'events'] as const).map((purpose) => ({
        purpose,
        event: 'withdrawn' as const,
      }))
    : []

const outcomes = (
  rows: readonly UnderstoodRow[],
  found: ReadonlyMap<number, Identified>,
  brought: Awaited<ReturnType<typeof bringParticulars>>,
): readonly DoneRow[] => {
  const tags = Map.groupBy(brought.tags, ({ candidateId }) => candidateId)
  const notes = Map.groupBy(brought.notes, ({ candidateId }) => candidateId)
  return rows.map(({ number, remarks, instead }) => {
    const who = found.get(number)
    // Each tag and note is told to the first row of its person, so that it is taken back once.
    const own = who ? (tags.get(who.candidateId) ?? []) : []
    const note = who ? notes.get(who.candidateId)?.shift() : undefined
    if (who) tags.delete(who.candidateId)
    return {
      number,
      outcome: instead ?? (who?.isNew ? 'added' : 'joined'),
      says: remarks,
      candidateId: who?.candidateId ?? null,
      suggestions: who?.suggestions.length ?? 0,
      tagIds: own.map(({ tagId }) => tagId),
      noteId: note?.id ?? null,
    }
  })
}
