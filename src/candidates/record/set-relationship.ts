import type { WriteTx } from '../../kernel/transaction.ts'
import { relationshipChanged } from '../model/facts.ts'
import { type Relation, setRelationships } from './candidate.sql.ts'

/** Keeps the derived relationship beside each record; a fact where it changed. One statement. */
export const setRelationship = async (tx: WriteTx, relations: readonly Relation[]): Promise<void> => {
  if (relations.length === 0) return
  for (const { id, before, relationship } of await tx.rows(setRelationships(relations, tx.now)))
    tx.record(relationshipChanged({ candidateId: id as never }, { relationship, before }))
}
