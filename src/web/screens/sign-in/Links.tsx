import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { auth, type Started } from '../../api/auth.ts'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { SignInForm, SignInPage } from './SignInPage.tsx'
import styles from './sign-in.module.css'
import { enter, tokenOfAddress, useAuth } from './use-auth.ts'

/** Asks for a link by mail; the answer is the same whether or not the mail is known. */
export const ForgottenPassword = () => {
  const [mail, setMail] = useState('')
  const [sent, setSent] = useState(false)
  const { refusal, running, send } = useAuth(() => setSent(true))
  if (sent)
    return (
      <SignInPage
        title="Look into your mail"
        says={`If ${mail} has an account here, a link is on its way. It works once, for an hour.`}
      >
        <div className={styles.form}>
          <Link to={'/sign-in' as never}>Back to sign in</Link>
        </div>
      </SignInPage>
    )
  return (
    <SignInPage title="A new password" says="We mail you a link. Your second factor stays as it is.">
      <SignInForm refusal={refusal} onSubmit={() => void send('reset-request', { mail })}>
        <TextInput
          label="Mail"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={mail}
          onChange={(event) => setMail(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Mail me a link
          </Button>
          <Link to={'/sign-in' as never}>Back</Link>
        </div>
      </SignInForm>
    </SignInPage>
  )
}

export const passwordRule = 'At least 12 characters; a few words are easy to keep and hard to guess.'

/** Goes on to what the session still needs. */
const useNext = () => {
  const [enrolling, setEnrolling] = useState(false)
  const next = (started: Started) => {
    if (started.stage === 'enrolment') setEnrolling(true)
    else enter(started.stage === 'second-factor' ? '/app/sign-in' : '/app/')
  }
  return { enrolling, next }
}

/** The page behind a reset's link. */
export const ResetPassword = () => {
  const [token] = useState(tokenOfAddress)
  const [password, setPassword] = useState('')
  const { enrolling, next } = useNext()
  const { refusal, running, send } = useAuth(next)
  if (enrolling) return <EnrolSecondFactor done={() => enter()} />
  return (
    <SignInPage title="Choose a new password" says={passwordRule}>
      <SignInForm refusal={refusal} onSubmit={() => void send('reset', { token, password })}>
        <PasswordInput
          label="New password"
          autoComplete="new-password"
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Keep it and sign in
          </Button>
        </div>
      </SignInForm>
    </SignInPage>
  )
}

/** The page behind an invitation's link. */
export const AcceptInvitation = () => {
  const [token] = useState(tokenOfAddress)
  const [invitation, setInvitation] = useState<{ name: string; organisation: string }>()
  const [gone, setGone] = useState<string>()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const { enrolling, next } = useNext()
  const { refusal, running, send } = useAuth(next)
  useEffect(() => {
    void auth<{ name: string; organisation: string }>('invitation', { token }).then((answer) => {
      if (!answer.ok) return setGone(answer.refusal.says)
      setInvitation(answer.value)
      setName(answer.value.name)
    })
  }, [token])
  if (enrolling) return <EnrolSecondFactor done={() => enter()} />
  if (gone)
    return (
      <SignInPage title="This invitation is over" says={gone}>
        <div className={styles.form} />
      </SignInPage>
    )
  return (
    <SignInPage title={`Join ${invitation?.organisation ?? ''}`} says={passwordRule}>
      <SignInForm
        refusal={refusal}
        onSubmit={() =>
          void send('accept-invitation', {
            token,
            name,
            password,
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          })
        }
      >
        <TextInput
          label="Your name, as you write it"
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Join
          </Button>
        </div>
      </SignInForm>
    </SignInPage>
  )
}
