import { Button, TextInput } from '@mantine/core'
import { toDataURL } from 'qrcode'
import { useEffect, useState } from 'react'
import { auth } from '../../api/auth.ts'
import { SignInForm, SignInPage } from './SignInPage.tsx'
import styles from './sign-in.module.css'
import { useAuth } from './use-auth.ts'

/** Sets up the code of an authenticator app, then shows the recovery codes once. */
export const EnrolSecondFactor = ({ done }: { readonly done: () => void }) => {
  const [secret, setSecret] = useState('')
  const [picture, setPicture] = useState('')
  const [code, setCode] = useState('')
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>()
  const { refusal, running, send } = useAuth((started) => setRecoveryCodes(started.recoveryCodes ?? []))
  useEffect(() => {
    void auth<{ secret: string; address: string }>('second-factor/offer').then(async (answer) => {
      if (!answer.ok) return
      setSecret(answer.value.secret)
      setPicture(await toDataURL(answer.value.address, { margin: 1, width: 336 }))
    })
  }, [])
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} done={done} />
  return (
    <SignInPage
      title="Protect your account"
      says="People trust you with their applications, so a password alone is not enough here. Scan this with an authenticator app, then enter the six digits that it shows."
    >
      <SignInForm refusal={refusal} onSubmit={() => void send('second-factor/confirm', { code })}>
        <div className={styles.code}>
          {picture ? <img src={picture} alt="The secret as a QR code" /> : <span />}
          <span>
            <span className={styles.quiet}>No camera? Type this in:</span>
            <br />
            <code data-testid="secret">{secret}</code>
          </span>
        </div>
        <TextInput
          label="Six digits"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Confirm
          </Button>
        </div>
      </SignInForm>
    </SignInPage>
  )
}

const RecoveryCodes = ({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) => (
  <SignInPage
    title="Keep these codes"
    says="Each lets you in once if you lose your phone. They are shown only now: print them, or put them into your password safe."
  >
    <div className={styles.form}>
      <ol className={styles.codes}>
        {codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        <Button variant="filled" onClick={done}>
          I have kept them
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n'))}>Copy</Button>
      </div>
    </div>
  </SignInPage>
)
