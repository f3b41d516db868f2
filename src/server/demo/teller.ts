import type { Command } from '../../kernel/command.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/model/actor.ts'

/** Runs a command as one of the cast and insists that it goes well: a story that cannot be told is a defect. */
export type Tell = <Input, Output>(
  command: Command<string, Input, Output>,
  input: unknown,
  actor: Actor,
) => Promise<Output>

/** Tells by the product's own commands, so that the demo can show nothing that the product cannot do. */
export const createTeller =
  (kernel: Kernel): Tell =>
  async (command, input, actor) => {
    const result = await kernel.run(command, input as never, { actor })
    // Who was considered for another job, or whose job closed meanwhile, has no more to be decided here.
    if (!result.ok && overtaken.has(result.refusal.code)) return undefined as never
    if (!result.ok)
      throw new Error(
        `${command.name}: ${result.refusal.says} ${JSON.stringify(result.refusal.details ?? '')}`,
      )
    return result.value
  }

/** Refusals of an act that another one overtook. */
const overtaken = new Set(['not-active', 'held'])
