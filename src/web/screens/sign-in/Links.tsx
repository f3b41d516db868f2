import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { auth } from '../../api/auth.ts'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { MailField, NewPasswordField, useField } from './fields.tsx'
import { SignInForm, SignInPage } from './SignInPage.tsx'
import styles from './sign-in.module.css'
import { enter, tokenOfAddress, useAuth } from './use-auth.ts'

/** Asks for a link by mail; the answer is the same whether or not the mail is known. */
export const ForgottenPassword = () => {
  const mail = useField()
  const [sent, setSent] = useState(false)
  const asks = useAuth(() => setSent(true))
  if (sent)
    return (
      <SignInPage
        title="Look into your mail"
        says={`If ${mail.value} has an account here, a link is on its way. It works once, for an hour.`}
      >
        <div className={styles.form}>
          <Link to={'/sign-in' as never}>Back to sign in</Link>
        </div>
      </SignInPage>
    )
  return (
    <SignInPage title="A new password" says="We mail you a link. Your second factor stays as it is.">
      <SignInForm
        act="Mail me a link"
        asks={asks}
        onSubmit={() => void asks.send('reset-request', { mail: mail.value })}
        beside={<Link to={'/sign-in' as never}>Back</Link>}
      >
        <MailField autoFocus {...mail.bound} />
      </SignInForm>
    </SignInPage>
  )
}

export const passwordRule = 'At least 12 characters; a few words are easy to keep and hard to guess.'

/** The page behind a reset's link. It signs nobody in: whoever reads the mail still needs the second factor. */
export const ResetPassword = () => {
  const [token] = useState(tokenOfAddress)
  const password = useField()
  const [kept, setKept] = useState(false)
  const asks = useAuth(() => setKept(true))
  if (kept)
    return (
      <SignInPage
        title="Your new password is kept"
        says="You were signed out everywhere. Sign in with it; a second factor is asked for as always."
      >
        <div className={styles.form}>
          <div className={styles.acts}>
            <Button component={Link} to={'/sign-in' as never} variant="filled">
              Sign in
            </Button>
          </div>
        </div>
      </SignInPage>
    )
  return (
    <SignInPage title="Choose a new password" says={passwordRule}>
      <SignInForm
        act="Keep it"
        asks={asks}
        onSubmit={() => void asks.send('reset', { token, password: password.value })}
      >
        <NewPasswordField label="New password" autoFocus {...password.bound} />
      </SignInForm>
    </SignInPage>
  )
}

/** The page behind an invitation's link. */
export const AcceptInvitation = () => {
  const [token] = useState(tokenOfAddress)
  const [organisation, setOrganisation] = useState('')
  const [gone, setGone] = useState<string>()
  const name = useField()
  const password = useField()
  const [enrolling, setEnrolling] = useState(false)
  const asks = useAuth((started) => {
    if (started.stage === 'enrolment') setEnrolling(true)
    else enter()
  })
  const { setValue: setName } = name
  useEffect(() => {
    void auth<{ name: string; organisation: string }>('invitation', { token }).then((answer) => {
      if (!answer.ok) return setGone(answer.refusal.says)
      setOrganisation(answer.value.organisation)
      setName(answer.value.name)
    })
  }, [token, setName])
  if (enrolling) return <EnrolSecondFactor done={() => enter()} />
  if (gone)
    return (
      <SignInPage title="This invitation is over" says={gone}>
        <div className={styles.form}>
          <Link to={'/sign-in' as never}>Sign in</Link>
        </div>
      </SignInPage>
    )
  const join = () =>
    asks.send('accept-invitation', {
      token,
      name: name.value,
      password: password.value,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    })
  return (
    <SignInPage title={`Join ${organisation}`} says={passwordRule}>
      <SignInForm act="Join" asks={asks} onSubmit={() => void join()}>
        <TextInput label="Your name, as you write it" autoComplete="name" required {...name.bound} />
        <NewPasswordField label="Password" {...password.bound} />
      </SignInForm>
    </SignInPage>
  )
}
