import type { z } from 'zod'
import type { Permission } from './model/permission.ts'
import type { Result, ValueOf } from './model/result.ts'
import { nothingUnknown } from './nothing-unknown.ts'
import type { WriteTx } from './transaction.ts'

/** An act of the business. Its input is a list wherever the act can be done to many. */
export interface Command<Name extends string = string, Input = never, Output = unknown> {
  readonly kind: 'command'
  readonly name: Name
  /** One sentence for the API's page and the map. */
  readonly says: string
  readonly permission: Permission
  readonly input: z.ZodType<Input>
  readonly handle: (tx: WriteTx, input: Input) => Promise<Result<Output>>
}

/** Defines a command named `room.verbNoun`. `handle` gets only parsed input and runs in one transaction. */
export const defineCommand = <
  const Name extends string,
  Schema extends z.ZodType,
  Answer extends Result<unknown>,
>(definition: {
  readonly name: Name
  readonly says: string
  readonly permission: Permission
  readonly input: Schema
  readonly handle: (tx: WriteTx, input: z.output<Schema>) => Promise<Answer>
}): Command<Name, z.output<Schema>, ValueOf<Answer>> & { readonly takes: z.input<Schema> } =>
  ({ kind: 'command', ...definition, input: nothingUnknown(definition.input) }) as never
