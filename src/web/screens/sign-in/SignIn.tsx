import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { authState, type Started } from '../../api/auth.ts'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { MailField, useField } from './fields.tsx'
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
      // Nobody can sign in where nobody is yet: the first page says how to begin.
      if (!state.isSetUp) location.replace('/app/first-run')
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
  const asks = useAuth(next)
  const mail = useField()
  const password = useField()
  const came = refusedBy[new URLSearchParams(location.search).get('refused') ?? '']
  return (
    <SignInPage title="Sign in">
      <SignInForm
        act="Sign in"
        asks={{ ...asks, refusal: asks.refusal ?? came }}
        onSubmit={() => void asks.send('sign-in', { mail: mail.value, password: password.value })}
        beside={<Link to={'/forgotten-password' as never}>Forgotten your password?</Link>}
      >
        <MailField autoFocus {...mail.bound} />
        <PasswordInput label="Password" autoComplete="current-password" required {...password.bound} />
      </SignInForm>
      {hasProvider && (
        <div className={styles.form}>
          <Button component="a" href={`/auth/oidc/start?back=${encodeURIComponent('/app/')}`}>
            Sign in with your organisation
          </Button>
        </div>
      )}
    </SignInPage>
  )
}

const refusedBy: Readonly<Record<string, string>> = {
  'too-late': 'That took too long. Begin again.',
  provider: 'Your organisation’s sign-in did not confirm you. Try again, or use your password.',
  unknown: 'There is no account here for you. Ask an administrator for an invitation.',
}

const Code = ({ next }: { next: (started: Started) => void }) => {
  const asks = useAuth(next)
  const code = useField()
  return (
    <SignInPage
      title="Your second factor"
      says="Enter the six digits that your authenticator app shows, or one of your recovery codes."
    >
      <SignInForm
        act="Go on"
        asks={asks}
        onSubmit={() => void asks.send('second-factor', { code: code.value })}
      >
        <TextInput label="Code" autoComplete="one-time-code" required autoFocus {...code.bound} />
      </SignInForm>
    </SignInPage>
  )
}
