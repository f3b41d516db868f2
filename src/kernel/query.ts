import type { z } from 'zod'
import type { Permission } from './model/permission.ts'
import type { Result, ValueOf } from './model/result.ts'
import { nothingUnknown } from './nothing-unknown.ts'
import type { ReadTx } from './transaction.ts'

/** A question. Runs on a read-only connection; what the actor may not see is not in the answer. */
export interface Query<Name extends string = string, Input = never, Output = unknown> {
  readonly kind: 'query'
  readonly name: Name
  readonly says: string
  readonly permission: Permission
  readonly input: z.ZodType<Input>
  readonly handle: (tx: ReadTx, input: Input) => Promise<Result<Output>>
}

/** Defines a query named `room.whatItReturns`. A record out of sight is refused as `not-found`, never as forbidden. */
export const defineQuery = <
  const Name extends string,
  Schema extends z.ZodType,
  Answer extends Result<unknown>,
>(definition: {
  readonly name: Name
  readonly says: string
  readonly permission: Permission
  readonly input: Schema
  readonly handle: (tx: ReadTx, input: z.output<Schema>) => Promise<Answer>
}): Query<Name, z.output<Schema>, ValueOf<Answer>> & { readonly takes: z.input<Schema> } =>
  ({ kind: 'query', ...definition, input: nothingUnknown(definition.input) }) as never
