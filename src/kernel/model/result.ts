/** A no that the user can act on: a stable code for programs and one sentence in the user's words. */
export interface Refusal {
  readonly code: string
  readonly says: string
  /** Which input field it is about, where there is one. */
  readonly field?: string
  /** What a screen needs to show the no well: ids, counts, lists. Never secrets. */
  readonly details?: unknown
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

/** What is answered when it goes well. */
export type ValueOf<Answer> = Answer extends { readonly ok: true; readonly value: infer Value }
  ? Value
  : never

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value })

export const refuse = (code: string, says: string, more: Partial<Refusal> = {}): Result<never> => ({
  ok: false,
  refusal: { code, says, ...more },
})

/** What a rule in a model answers: the new state with what became true, or a refusal. */
export type Decision<State, F> =
  | { readonly ok: true; readonly state: State; readonly facts: readonly [F, ...F[]] }
  | { readonly ok: false; readonly refusal: Refusal }
