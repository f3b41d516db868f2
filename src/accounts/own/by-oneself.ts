import { type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx } from '../../kernel/transaction.ts'

/** Refuses programs: a token that leaked must not be able to shut its owner out, or to become them. */
export const refusalOfPrograms = ({ actor }: ReadTx): Result<never> | undefined =>
  actor.kind === 'user' && actor.tokenId !== undefined
    ? refuse('not-with-a-token', 'Sign in yourself to do this.')
    : undefined
