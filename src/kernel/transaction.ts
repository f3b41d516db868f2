import type { Actor } from './model/actor.ts'
import type { Fact } from './model/fact.ts'
import type { Instant } from './model/time.ts'
import type { Statement } from './sql.ts'

/** What a query and every loader gets: statements that read, who asks, and the time. */
export interface ReadTx {
  readonly actor: Actor
  readonly now: Instant
  rows<Row>(statement: Statement<Row>): Promise<Row[]>
  /** The first row, or undefined. */
  row<Row>(statement: Statement<Row>): Promise<Row | undefined>
}

/** What a command gets, and only from the command runner: all in one transaction. */
export interface WriteTx extends ReadTx {
  /** Runs a statement that writes; answers how many rows it touched. */
  change(statement: Statement<unknown>): Promise<number>
  /**
   * Runs a statement that writes what nobody will ever ask about, so that no fact follows: when a session was last
   * seen, answers to repeated requests that grew old.
   */
  tidy(statement: Statement<unknown>): Promise<void>
  /** Facts become timeline, audit and outbox with the commit. A write without a fact rolls back. */
  record(...facts: readonly Fact[]): void
  /** Work for after the commit that no fact announces: `when-…` schedules and sends. Lost with a roll-back. */
  deliver(name: string, content: object, options?: { readonly after?: Instant; readonly key?: string }): void
}
