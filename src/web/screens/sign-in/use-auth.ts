import { useState } from 'react'
import { auth, type Started } from '../../api/auth.ts'

/** Sends one step of signing in; keeps the refusal for the form and says what comes next. */
export const useAuth = (next: (started: Started) => void) => {
  const [refusal, setRefusal] = useState<string>()
  const [running, setRunning] = useState(false)
  const send = async (path: string, body: object) => {
    setRunning(true)
    const answer = await auth(path, body)
    setRunning(false)
    setRefusal(answer.ok ? undefined : answer.refusal.says)
    if (answer.ok) next(answer.value)
  }
  return { refusal, running, send }
}

/** Loads the app afresh, so that nothing cached before the sign-in is shown after it. */
export const enter = (to = '/app/'): void => {
  location.assign(to.startsWith('/app/') && !to.includes('//') ? to : '/app/')
}

/** The secret in the address's fragment, which browsers keep to themselves. */
export const tokenOfAddress = (): string => new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
