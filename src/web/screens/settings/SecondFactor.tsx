import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { toDataURL } from 'qrcode'
import { useState } from 'react'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { auth } from '../../api/auth.ts'
import type { Me } from '../../frame/me.ts'
import { useAuth } from '../sign-in/use-auth.ts'
import styles from './settings.module.css'

/** The code of an authenticator app, and the codes for a lost phone, which are shown once. */
export const SecondFactor = ({ me }: { readonly me: Me }) => {
  const cache = useQueryClient()
  const [offer, setOffer] = useState<{ readonly secret: string; readonly picture: string }>()
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()
  const [says, setSays] = useState<string>()
  const { refusal, running, send } = useAuth((started) => {
    setCodes(started.recoveryCodes ?? [])
    setOffer(undefined)
    void cache.invalidateQueries({ queryKey: ['accounts.me'] })
  })
  const begin = async () => {
    const answer = await auth<{ secret: string; address: string }>('second-factor/offer')
    setSays(answer.ok ? undefined : answer.refusal.says)
    if (answer.ok)
      setOffer({
        secret: answer.value.secret,
        picture: await toDataURL(answer.value.address, { margin: 1, width: 336 }),
      })
  }
  const { on, recoveryCodesLeft } = me.secondFactor
  return (
    <section>
      <SectionHead
        title="Second factor"
        says={
          on ? `On; ${recoveryCodesLeft} recovery codes left` : 'Off: a password alone protects your account'
        }
      />
      {codes && (
        <>
          <p>Keep these: each lets you in once if you lose your phone. They are shown only now.</p>
          <ol className={styles.codes}>
            {codes.map((one) => (
              <li key={one}>
                <code>{one}</code>
              </li>
            ))}
          </ol>
        </>
      )}
      {offer ? (
        <form
          className={styles.offer}
          onSubmit={(event) => {
            event.preventDefault()
            void send('second-factor/confirm', { code })
          }}
        >
          <img src={offer.picture} alt="The secret as a QR code" width={168} height={168} />
          <div>
            <p>
              Scan it with an authenticator app, or type <code>{offer.secret}</code>
            </p>
            <TextInput
              label="Six digits"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <div className={styles.acts}>
              <Button type="submit" loading={running} disabled={code.length < 6}>
                Confirm
              </Button>
            </div>
          </div>
        </form>
      ) : (
        <div className={styles.acts}>
          <Button onClick={() => void begin()}>{on ? 'Set up another app' : 'Set up'}</Button>
          {on && (
            <Button loading={running} onClick={() => void send('second-factor/recovery-codes', {})}>
              New recovery codes
            </Button>
          )}
        </div>
      )}
      {(says || refusal) && <Refused>{says ?? refusal}</Refused>}
    </section>
  )
}
