import { z } from 'zod'
import { consentsNow } from '../candidates/model/consent.ts'
import { see } from '../candidates/model/permissions.ts'
import { relationshipOf } from '../candidates/model/relationship.ts'
import { consentEventOf } from '../candidates/model/stored-consent.ts'
import { ok, refuse } from '../kernel/model/result.ts'
import type { Instant } from '../kernel/model/time.ts'
import { defineQuery } from '../kernel/query.ts'
import type { ReadTx } from '../kernel/transaction.ts'
import { admit } from '../messaging/model/admission.ts'
import { contactTermsOf } from '../messaging/model/contact-terms.ts'
import { marketingRefusal } from '../messaging/model/marketing-standing.ts'
import { loadPage, type PageApplication, type PageRow, standsAs } from './candidate-page.sql.ts'

export const candidate = defineQuery({
  name: 'views.candidate',
  says: 'One person: who they are, how we stand, whether we may write, and all that is on record.',
  permission: see,
  input: z.object({ candidateId: z.uuid() }),
  handle: async (tx, { candidateId }) => {
    const page = (await tx.row(loadPage(tx.actor, candidateId))) ?? (await survivorOf(tx, candidateId))
    if (!page) return refuse('not-found', 'There is no such candidate, or it is not yours to see.')
    const {
      applications,
      consentEvents,
      suppressions,
      recentMarketing,
      colleague,
      standing,
      settings,
      ...shown
    } = page
    const consents = consentsNow(consentEvents.map(consentEventOf), tx.now)
    const talentPool = consents.find(({ purpose }) => purpose === 'talent-pool')!
    const closed = applications.filter((one) => one.closedAt !== null).sort(latestFirst('closedAt'))[0]
    const hired = applications.find(({ state }) => state === 'hired')
    const active = applications.filter(({ state }) => state === 'active')
    const lastApplied = applications.toSorted(latestFirst('appliedAt'))[0]?.appliedAt
    const relationship = relationshipOf(
      {
        knownSince: page.createdAt,
        activeApplications: active.length,
        activeLeads: page.leads.length,
        talentPool,
        ...(lastApplied ? { lastApplied } : {}),
        ...(closed && !hired ? { lastDecision: decisionOf(closed) } : {}),
        ...(page.lastOutboundAt ? { lastContact: page.lastOutboundAt } : {}),
        ...(page.lastInboundAt ? { lastEngaged: page.lastInboundAt } : {}),
        ...(hired ? { hired: { at: hired.closedAt ?? hired.appliedAt } } : {}),
        ...(page.doNotContactAt ? { doNotContact: { at: page.doNotContactAt } } : {}),
      },
      tx.now,
    )
    const mail = page.contactPoints.find(({ kind }) => kind === 'email')
    const suppression = suppressions.find(({ address }) => address === mail?.normalised)?.kind
    const rejected = closed?.state === 'rejected' ? closed.closedAt : null
    const purpose = active.length > 0 || hired ? ('process' as const) : ('outreach' as const)
    const guard = admit({
      purpose,
      consent: talentPool.state,
      suppression:
        suppression === 'hard-bounce'
          ? 'hard'
          : ((suppression as 'complaint' | 'marketing' | undefined) ?? 'none'),
      doNotContact: page.doNotContactAt !== null,
      isInProcess: active.length > 0,
      isHired: hired !== undefined,
      hasEverApplied: applications.length > 0,
      recentMarketing,
      terms: contactTermsOf(settings),
      now: tx.now,
      ...(rejected ? { rejectedAt: rejected } : {}),
      ...(colleague ? { colleague } : {}),
    })
    // What bars this person for good is said first; then what bars the organisation from writing to anybody.
    const toNobody = purpose === 'outreach' ? marketingRefusal(standing) : null
    const mayWrite = toNobody && (guard.allowed || guard.override !== 'never') ? toNobody : guard
    return ok({
      ...shown,
      isMergedFrom: shown.id === candidateId ? undefined : candidateId,
      contactPoints: distinctPoints(shown.contactPoints),
      consents,
      relationship,
      contact: mail
        ? { purpose, ...mayWrite }
        : {
            allowed: false as const,
            code: 'no-address' as const,
            says: 'No mail address is known.',
            override: 'never' as const,
          },
      applications: applications.filter(({ isVisible }) => isVisible),
      leads: page.leads.filter(({ isVisible }) => isVisible),
      nextPromise: earliest(
        active.filter(({ isVisible }) => isVisible).map(({ promisedFor }) => promisedFor),
      ),
    })
  },
})

const survivorOf = async (tx: ReadTx, id: string): Promise<PageRow | undefined> => {
  const stands = await tx.row(standsAs(id))
  return stands && stands.id !== id ? tx.row(loadPage(tx.actor, stands.id)) : undefined
}

const latestFirst =
  (field: 'closedAt' | 'appliedAt') =>
  (a: PageApplication, b: PageApplication): number =>
    (a[field] ?? '') < (b[field] ?? '') ? 1 : -1

/** Who withdrew knows it; who was decided about is told once a word left after the decision. */
const decisionOf = ({ state, closedAt, lastWordAt }: PageApplication): { at: Instant; told?: Instant } => {
  const at = closedAt!
  if (state === 'withdrawn') return { at, told: at }
  return lastWordAt && lastWordAt >= at ? { at, told: lastWordAt } : { at }
}

const earliest = (moments: readonly (Instant | null)[]): Instant | undefined =>
  moments.filter((moment) => moment !== null).toSorted()[0]

/** After a merge both records may have brought the same address: it is shown once. */
const distinctPoints = (points: PageRow['contactPoints']): PageRow['contactPoints'] =>
  [
    ...new Map(points.toReversed().map((point) => [`${point.kind} ${point.normalised}`, point])).values(),
  ].reverse()
