import type { Answer } from './client.ts'

/** What must still happen before the session may act. */
export interface Started {
  readonly stage?: 'second-factor' | 'enrolment' | 'open'
  readonly recoveryCodes?: readonly string[]
}

/** Speaks to the sign-in edge: passwords, codes and links go there and nowhere else. */
export const auth = async <Value = Started>(path: string, body: object = {}): Promise<Answer<Value>> => {
  const answer = send<Value>(path, body)
  underWay = Promise.all([underWay, answer])
  return answer
}

let underWay: Promise<unknown> = Promise.resolve()

/**
 * Whether somebody is signed in, once no step of signing in is under way: a step replaces the session, and what
 * is asked meanwhile with the old one is refused though nobody signed out.
 */
export const isStillSignedIn = async (): Promise<boolean> => {
  await underWay
  return (await authState()).stage === 'open'
}

const send = async <Value>(path: string, body: object): Promise<Answer<Value>> => {
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
