import { contactOf, grantSight, setRelationship, touchCandidates } from '../../candidates/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { leadConsidered } from '../model/facts.ts'
import { becomesLead } from '../model/lead.ts'
import { insertLeads, type LeadRow, lockOpenLeads } from './lead.sql.ts'

/**
 * Makes people leads on a job: its team sees them from now on. Who is one already stays so; who asked not to be
 * contacted is left out. The caller has checked that the job and the people are in sight. Answers all open leads
 * of these people on the job, and who is new.
 */
export const openLeads = async (
  tx: WriteTx,
  on: { readonly jobId: string; readonly poolId: string | null; readonly team: readonly string[] },
  candidateIds: readonly string[],
): Promise<{ readonly leads: readonly LeadRow[]; readonly made: readonly LeadRow[] }> => {
  const asked = [...new Set(candidateIds)]
  const people = await contactOf(tx, asked)
  const wanted = asked.filter((one) => people.get(one)?.doNotContactAt === null)
  if (wanted.length === 0) return { leads: [], made: [] }
  const made = await tx.rows(
    insertLeads(
      { jobId: on.jobId, poolId: on.poolId, by: userIdOf(tx.actor) },
      wanted.map((candidateId) => ({
        id: newId(),
        candidateId,
        relationship: people.get(candidateId)!.relationship,
      })),
      tx.now,
    ),
  )
  if (made.length > 0) {
    await grantSight(
      tx,
      made.flatMap(({ id, candidateId }) =>
        [...new Set(on.team)].map((userId) => ({ userId, candidateId, because: id })),
      ),
    )
    await setRelationship(
      tx,
      made.flatMap(({ candidateId }) =>
        becomesLead(people.get(candidateId)!.relationship) ? [{ candidateId, relationship: 'lead' }] : [],
      ),
    )
    await touchCandidates(
      tx,
      made.map(({ candidateId }) => candidateId),
      { activity: true },
    )
    tx.record(...made.map((lead) => leadConsidered(aboutLead(lead), { poolId: on.poolId })))
  }
  return { leads: await tx.rows(lockOpenLeads(on.jobId, wanted)), made }
}

/** What a fact about a lead is about. */
export const aboutLead = ({ id, candidateId, jobId }: LeadRow) => ({ subjectId: id, candidateId, jobId })
