import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { authState, type Started } from '../../api/auth.ts'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { SignInForm, SignInPage } from './SignInPage.tsx'
import styles from './sign-in.module.css'
import { enter, useAuth } from './use-auth.ts'

/** Password first, then what the account asks for: a code, or setting one up. */
export const SignIn = () => {
  const [stage, setStage] = useState<Started['stage'] | null>(null)
  const [hasProvider, setHasProvider] = useState(false)
  const to = new URLSearchParams(location.search).get('to') ?? '/app/'
  useEffect(() => {
    void authState().then((state) => {
      if (state.stage === 'open') enter(to)
      setStage(state.stage)
      setHasProvider(state.hasProvider)
    })
  }, [to])
  const next = (started: Started) => {
    if (started.stage === 'open') enter(to)
    else setStage(started.stage ?? null)
  }
  if (stage === 'enrolment') return <EnrolSecondFactor done={() => enter(to)} />
  if (stage === 'second-factor') return <Code next={next} />
  return <Password next={next} hasProvider={hasProvider} />
}

const Password = ({ next, hasProvider }: { next: (started: Started) => void; hasProvider: boolean }) => {
  const { refusal, running, send } = useAuth(next)
  const [mail, setMail] = useState('')
  const [password, setPassword] = useState('')
  const came = refusedBy[new URLSearchParams(location.search).get('refused') ?? '']
  return (
    <SignInPage title="Sign in">
      <SignInForm refusal={refusal ?? came} onSubmit={() => void send('sign-in', { mail, password })}>
        <TextInput
          label="Mail"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={mail}
          onChange={(event) => setMail(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Sign in
          </Button>
          <Link to={'/forgotten-password' as never}>Forgotten your password?</Link>
        </div>
        {hasProvider && (
          <Button component="a" href={`/auth/oidc/start?back=${encodeURIComponent('/app/')}`}>
            Sign in with your organisation
          </Button>
        )}
      </SignInForm>
    </SignInPage>
  )
}

const refusedBy: Readonly<Record<string, string>> = {
  'too-late': 'That took too long. Begin again.',
  provider: 'Your organisation’s sign-in did not confirm you. Try again, or use your password.',
  unknown: 'There is no account here for you. Ask an administrator for an invitation.',
}

const Code = ({ next }: { next: (started: Started) => void }) => {
  const { refusal, running, send } = useAuth(next)
  const [code, setCode] = useState('')
  return (
    <SignInPage
      title="Your second factor"
      says="Enter the six digits that your authenticator app shows, or one of your recovery codes."
    >
      <SignInForm refusal={refusal} onSubmit={() => void send('second-factor', { code })}>
        <TextInput
          label="Code"
          autoComplete="one-time-code"
          inputMode="text"
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Go on
          </Button>
        </div>
      </SignInForm>
    </SignInPage>
  )
}
