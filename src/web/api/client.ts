import type { Api } from '../../server/rooms.ts'

export interface Refusal {
  readonly code: string
  /** A sentence for the person in front of the screen. */
  readonly says: string
  /** Rows or fields it is about, where the command says so. */
  readonly [more: string]: unknown
}
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal }

type Calls = Record<string, { input: unknown; output: unknown }>
type Shape<Part> = Part extends Calls
  ? string extends keyof Part
    ? Calls
    : [keyof Part] extends [never]
      ? Calls
      : Part
  : Calls
export type Commands = Shape<Api extends { commands: infer Part } ? Part : never>
export type Queries = Shape<Api extends { queries: infer Part } ? Part : never>
export type CommandName = keyof Commands & string
export type QueryName = keyof Queries & string
export type InputOf<Part, Name extends keyof Part> = Part[Name] extends { input: infer Input } ? Input : never
export type OutputOf<Part, Name extends keyof Part> = Part[Name] extends { output: infer Output }
  ? Output
  : never

/** Runs a command. A refusal is a value; the same `requestId` asked again gives the first answer again. */
export const call = <Name extends CommandName>(
  name: Name,
  input: InputOf<Commands, Name>,
  requestId: string = crypto.randomUUID(),
): Promise<Answer<OutputOf<Commands, Name>>> =>
  answered(
    fetch(`/api/v1/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1', 'idempotency-key': requestId },
      body: JSON.stringify(input ?? {}),
    }),
  )

/** Asks a query; refused or unreachable it throws `Refused`, so that a screen's cached answer stays what it was. */
export const ask = async <Name extends QueryName>(
  name: Name,
  input: InputOf<Queries, Name>,
  signal?: AbortSignal,
): Promise<OutputOf<Queries, Name>> => {
  const address = `/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input ?? {}))}`
  const answer = await answered<OutputOf<Queries, Name>>(
    fetch(address, { headers: { 'x-throughline': '1' }, signal }),
  )
  if (!answer.ok) throw new Refused(answer.refusal)
  return answer.value
}

/** A query's refusal, on its way to the nearest place that shows it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.says)
    this.refusal = refusal
  }
}

/** Tells the frame that nobody is signed in (any more). */
export const onSignedOut = (tell: (code: string) => void): void => {
  signedOut = tell
}
let signedOut: (code: string) => void = () => undefined

const answered = async <Value>(request: Promise<Response>): Promise<Answer<Value>> => {
  try {
    const response = await request
    const answer = (await response.json()) as Answer<Value>
    if (response.status === 401 && !answer.ok) signedOut(answer.refusal.code)
    return answer
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    return { ok: false, refusal: { code: 'unreachable', says: unreachable } }
  }
}
const unreachable = 'The server can’t be reached. What you typed is still here; try again in a moment.'
