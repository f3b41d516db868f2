import { loadUsers, offices } from '../../accounts/door.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'

/** Refuses colleagues who aren't there or have left: they can't be on a team or approve. */
export const knownPeople = async (tx: ReadTx, ids: readonly string[]): Promise<Result<null>> => {
  const asked = [...new Set(ids)]
  const there = (await loadUsers(tx, asked)).filter((user) => !user.disabledAt)
  return there.length === asked.length
    ? ok(null)
    : refuse('no-such-user', 'One of these people has no account here, or has left.', { field: 'team' })
}

/** Refuses an office that isn't one of the organisation's. */
export const knownOffice = async (tx: ReadTx, id: string | null | undefined): Promise<Result<null>> =>
  !id || (await offices(tx)).some((office) => office.id === id)
    ? ok(null)
    : refuse('no-such-office', 'There is no such office.', { field: 'officeId' })
