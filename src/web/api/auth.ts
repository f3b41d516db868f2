import type { Answer } from './client.ts'

/** What must still happen before the session may act. */
export interface Started {
  readonly stage?: 'second-factor' | 'enrolment' | 'open'
  readonly recoveryCodes?: readonly string[]
}

/** Speaks to the sign-in edge: passwords, codes and links go there and nowhere else. */
export const auth = async <Value = Started>(path: string, body: object = {}): Promise<Answer<Value>> => {
  try {
    const response = await fetch(`/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-throughline': '1' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Answer<Value>
  } catch {
    return {
      ok: false,
      refusal: {
        code: 'unreachable',
        says: 'The server can’t be reached. What you typed is still here; try again in a moment.',
      },
    }
  }
}

/** Where the visitor stands with signing in. */
export const authState = async (): Promise<{
  readonly stage: Started['stage'] | null
  readonly isSetUp: boolean
  readonly hasProvider: boolean
}> => (await (await fetch('/auth/state')).json()).value
