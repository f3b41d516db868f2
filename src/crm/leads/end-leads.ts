import { contactOf, grantSight, revokeSight, setRelationship } from '../../candidates/door.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { leadAsked, leadDropped, leadReopened, leadUnasked } from '../model/facts.ts'
import { becomesLead } from '../model/lead.ts'
import { endLeadRows, type LeadRow, lockLeads, reopenLeadRows, saveAsked, stillLeads } from './lead.sql.ts'
import { aboutLead } from './open-leads.ts'

/** The leads of these ids, locked; one that is not there is missing. */
export const leadsById = (tx: WriteTx, ids: readonly string[]): Promise<readonly LeadRow[]> =>
  tx.rows(lockLeads(ids))

/** Lets open leads go: nobody is told, and nobody was rejected. Answers which. */
export const dropLeads = async (
  tx: WriteTx,
  leads: readonly LeadRow[],
  because: 'not-pursued' | 'undone' | 'job-closed',
): Promise<readonly LeadRow[]> => {
  const open = leads.filter(({ state }) => state === 'considered' || state === 'asked')
  if (open.length === 0) return []
  await tx.change(
    endLeadRows(
      open.map(({ id }) => ({ id, applicationId: null })),
      'not-pursued',
      because,
      tx.now,
    ),
  )
  await revokeSight(
    tx,
    open.map(({ id, candidateId }) => ({ candidateId, because: id })),
  )
  tx.record(...open.map((lead) => leadDropped(aboutLead(lead), { because })))
  await standAgain(tx, open)
  return open
}

/** Takes dropped leads up again, in sight of their job's team. Answers which; whoever became a lead on the job anew stays with that. */
export const reopenLeads = async (
  tx: WriteTx,
  ids: readonly string[],
  teams: ReadonlyMap<string, readonly string[]>,
): Promise<readonly LeadRow[]> => {
  const back = await tx.rows(reopenLeadRows(ids))
  await grantSight(
    tx,
    back.flatMap(({ id, candidateId, jobId }) =>
      (teams.get(jobId) ?? []).map((userId) => ({ userId, candidateId, because: id })),
    ),
  )
  if (back.length > 0) tx.record(...back.map((lead) => leadReopened(aboutLead(lead), {})))
  await leadsStand(
    tx,
    back.map(({ candidateId }) => candidateId),
  )
  return back
}

/** Notes that leads were asked to apply, or with `false` that the mail was stopped. */
export const noteAsked = async (tx: WriteTx, leads: readonly LeadRow[], asked: boolean): Promise<void> => {
  const changed = leads.filter(({ state }) => state === (asked ? 'considered' : 'asked'))
  if (changed.length === 0) return
  await tx.change(
    saveAsked(
      changed.map(({ id }) => id),
      asked ? tx.now : null,
    ),
  )
  tx.record(...changed.map((lead) => (asked ? leadAsked : leadUnasked)(aboutLead(lead), {})))
}

/** People with an open lead stand as leads where nothing stronger says otherwise. */
export const leadsStand = async (tx: WriteTx, candidateIds: readonly string[]): Promise<void> => {
  const leads = (await tx.rows(stillLeads(candidateIds))).map(({ candidateId }) => candidateId)
  const people = await contactOf(tx, leads)
  await setRelationship(
    tx,
    leads.flatMap((candidateId) =>
      becomesLead(people.get(candidateId)?.relationship ?? '') ? [{ candidateId, relationship: 'lead' }] : [],
    ),
  )
}

/** Without another open lead they stand as before. */
const standAgain = async (tx: WriteTx, ended: readonly LeadRow[]): Promise<void> => {
  const ids = ended.map(({ candidateId }) => candidateId)
  const still = new Set((await tx.rows(stillLeads(ids))).map(({ candidateId }) => candidateId as string))
  const people = await contactOf(tx, ids)
  await setRelationship(
    tx,
    ended.flatMap(({ candidateId, relationshipBefore }) =>
      !still.has(candidateId) && people.get(candidateId)?.relationship === 'lead'
        ? [{ candidateId, relationship: relationshipBefore }]
        : [],
    ),
  )
}
