import type { Kernel } from '../../kernel/kernel.ts'
import { type Actor, system, visitor } from '../../kernel/model/actor.ts'
import type { Result } from '../../kernel/model/result.ts'
import type { Api } from '../rooms.ts'

type Queries = Api['queries']
type Commands = Api['commands']
export type Answer<Name extends keyof Queries> = Queries[Name]['output']

/** What the public pages ask and do: by name, as anybody on the API would. */
export interface Calls {
  ask<Name extends keyof Queries>(
    name: Name,
    input: Queries[Name]['input'],
    by?: Actor,
  ): Promise<Result<Queries[Name]['output']>>
  run<Name extends keyof Commands>(
    name: Name,
    input: Commands[Name]['input'],
    by?: { readonly actor?: Actor; readonly requestId?: string },
  ): Promise<Result<Commands[Name]['output']>>
}

/** Calls as a visitor unless told otherwise. Throws when a call isn't in the product, which is a defect. */
export const callsOf = (kernel: Kernel): Calls => ({
  ask: (name, input, by = visitor) =>
    kernel.ask(there(kernel.queryNamed(name), name), input, { actor: by }) as never,
  run: (name, input, { actor = visitor, requestId } = {}) =>
    kernel.run(there(kernel.commandNamed(name), name), input, { actor, requestId }) as never,
})

/** The product itself, where a page needs what no visitor may ask. */
export const ourselves = system('careers')

const there = <Found>(found: Found | undefined, name: string): Found => {
  if (!found) throw new Error(`The product has no ${name}.`)
  return found
}
