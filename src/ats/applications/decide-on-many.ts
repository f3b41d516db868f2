import { noteRejections, setRelationship, touchCandidates } from '../../candidates/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { Fact } from '../../kernel/model/fact.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import { type Decision, ok, type Refusal, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { freeTimesOf } from '../interviews/cancel-interviews.ts'
import { type Application, type Deciding, type Standing, standingOf } from '../model/application.ts'
import type { DecisionId, OpeningId } from '../model/ids.ts'
import { releaseLeases } from '../review/lease.sql.ts'
import { activeCounts, lockApplications, saveStandings } from './application.sql.ts'
import { insertDecisions } from './decision.sql.ts'

/** A decision that was made, with what a mail or an undo needs. */
export interface Made {
  readonly decisionId: DecisionId
  readonly application: Application
  readonly after: Standing
}

export interface Skipped extends Refusal {
  readonly applicationId: ApplicationId
}

/** What a bulk act answers: one row for each application that was asked for. */
export interface ManyDecided {
  readonly made: readonly Made[]
  readonly skipped: readonly Skipped[]
}

export interface DecisionParts {
  readonly kind: string
  /** What may not be decided on, whatever the model says, and why. */
  readonly refused?: ReadonlyMap<ApplicationId, Refusal>
  readonly decide: (application: Application, it: Deciding) => Decision<Standing, Fact>
  readonly mailKey?: (decisionId: DecisionId) => string | null
  readonly openingOf?: (application: Application) => OpeningId | null
  readonly createdFor?: (application: Application) => ApplicationId | null
}

/**
 * One decision on one or many applications: held, decided by the model, saved with what undoes it, recorded.
 * What can't be decided is answered with its reason and the rest goes on; when nothing can be, the whole is
 * refused. A constant number of statements for any number.
 */
export const decideOnMany = async (
  tx: WriteTx,
  ids: readonly ApplicationId[],
  parts: DecisionParts,
): Promise<Result<ManyDecided>> => {
  const asked = [...new Set(ids)]
  const applications = await tx.rows(lockApplications(tx.actor, asked))
  return settle(tx, asked, applications, parts)
}

/** The same on applications that are held already. */
export const settle = async (
  tx: WriteTx,
  asked: readonly ApplicationId[],
  applications: readonly Application[],
  parts: DecisionParts,
): Promise<Result<ManyDecided>> => {
  const found = new Map(applications.map((one) => [one.id, one]))
  const made: Made[] = []
  const skipped: Skipped[] = []
  const facts: Fact[] = []
  for (const applicationId of asked) {
    const application = found.get(applicationId)
    if (!application) {
      skipped.push({
        applicationId,
        code: 'not-found',
        says: 'There is no such application, or it is not yours to see.',
      })
      continue
    }
    const refused = parts.refused?.get(applicationId)
    if (refused) {
      skipped.push({ applicationId, ...refused })
      continue
    }
    const decisionId = newId<DecisionId>()
    const decision = parts.decide(application, { decisionId, now: tx.now, userId: userIdOf(tx.actor) })
    if (decision.ok) {
      made.push({ decisionId, application, after: decision.state })
      facts.push(...decision.facts)
    } else skipped.push({ applicationId, ...decision.refusal })
  }
  if (made.length === 0) {
    const { applicationId: _, ...first } = skipped[0]!
    return refuse(first.code, first.says, { ...first, details: skipped })
  }
  await tx.change(
    saveStandings(
      made.map((one) => ({ ...one.after, id: one.application.id })),
      tx.now,
    ),
  )
  await tx.change(
    insertDecisions(
      made.map(({ decisionId, application }) => ({
        id: decisionId,
        applicationId: application.id,
        kind: parts.kind,
        before: standingOf(application),
        mailKey: parts.mailKey?.(decisionId) ?? null,
        openingId: parts.openingOf?.(application) ?? null,
        createdApplicationId: parts.createdFor?.(application) ?? null,
      })),
      tx.now,
      userIdOf(tx.actor),
    ),
  )
  await tx.change(releaseLeases(made.map((one) => one.application.id)))
  await freeTimesOf(
    tx,
    made.flatMap(({ application, after }) => (after.state === 'active' ? [] : [application.id])),
  )
  tx.record(...facts)
  return ok({ made, skipped })
}

/** Keeps people's relationship true after applications began or ended. */
export const followRelationship = async (
  tx: WriteTx,
  candidateIds: readonly CandidateId[],
): Promise<void> => {
  const ids = [...new Set(candidateIds)]
  const counts = await tx.rows(activeCounts(ids))
  await setRelationship(
    tx,
    counts.map(({ candidateId, active, hired }) => ({
      candidateId,
      relationship: hired > 0 ? 'hired' : active > 0 ? 'applicant' : 'decided-not-now',
    })),
  )
  await noteRejections(tx, counts)
  await touchCandidates(tx, ids, { activity: true })
}

/** What every decision command answers. */
export const answerOf = (
  { made, skipped }: ManyDecided,
  mails: ReadonlyMap<string, MailTold> = new Map(),
) => ({
  done: made.map(({ decisionId, application }) => ({
    applicationId: application.id,
    decisionId,
    mail: mails.get(application.id) ?? null,
  })),
  skipped,
})

/** What became of the mail to one person: it waits and can be cancelled, or why it can't be sent. */
export interface MailTold {
  readonly state: 'waiting' | 'blocked'
  readonly sendAfter?: string | undefined
  readonly says?: string | undefined
}
