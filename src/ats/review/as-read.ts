import { loadUsers } from '../../accounts/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import type { Refusal } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { lastDecisions } from '../applications/decision.sql.ts'
import type { Application } from '../model/application.ts'
import type { StageId } from '../model/ids.ts'
import { leasesOfOthers } from './lease.sql.ts'

/** Which of these are no longer as a reviewer had them before them, and because of whom. */
export const notAsRead = async (
  tx: ReadTx,
  applications: readonly Application[],
  readIn: StageId | undefined,
): Promise<ReadonlyMap<ApplicationId, Refusal>> => {
  if (!readIn) return new Map()
  const ids = applications.map((one) => one.id)
  // One that was held and came back on its day is read again.
  const today = tx.now.slice(0, 10)
  const leases = new Map(
    (await tx.rows(leasesOfOthers(ids, userIdOf(tx.actor), tx.now))).map((row) => [row.applicationId, row]),
  )
  const changed = applications.filter(
    (one) => one.state !== 'active' || one.stageId !== readIn || (one.heldUntil ?? '') > today,
  )
  const last = new Map(
    (await tx.rows(lastDecisions(changed.map((one) => one.id)))).map((row) => [row.applicationId, row]),
  )
  const names = new Map(
    (
      await loadUsers(tx, [
        ...new Set([...leases.values(), ...last.values()].flatMap((row) => row.userId ?? [])),
      ])
    ).map((user) => [user.id as string, user.name]),
  )
  const lost = (says: string): Refusal => ({ code: 'lease-lost', says })
  const whose = (userId: string | null | undefined) => (userId && names.get(userId)) || 'Somebody else'
  return new Map([
    ...[...leases].map(([id, { userId }]) => [id, lost(`${whose(userId)} reads this one now.`)] as const),
    ...changed.map(({ id }) => {
      const decision = last.get(id)
      return [
        id,
        lost(
          decision?.kind === 'withdrawn'
            ? 'They withdrew meanwhile.'
            : `${whose(decision?.userId)} ${saidOf[decision?.kind ?? ''] ?? 'decided on'} this one meanwhile.`,
        ),
      ] as const
    }),
  ])
}

const saidOf: Readonly<Record<string, string>> = {
  advanced: 'advanced',
  moved: 'moved',
  held: 'held',
  rejected: 'rejected',
  closed: 'closed',
  hired: 'hired',
  transferred: 'transferred',
}
