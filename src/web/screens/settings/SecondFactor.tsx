import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Me } from '../../frame/me.ts'
import { SixDigits } from '../sign-in/fields.tsx'
import { RecoveryCodes } from '../sign-in/RecoveryCodes.tsx'
import { SecretToScan } from '../sign-in/SecretToScan.tsx'
import { useEnrolment } from '../sign-in/use-enrolment.ts'
import styles from './settings.module.css'

/** The code of an authenticator app, and the codes for a lost phone, which are shown once. */
export const SecondFactor = ({ me }: { readonly me: Me }) => {
  const cache = useQueryClient()
  const enrolment = useEnrolment(() => {
    for (const changed of ['accounts.me', 'accounts.sessions', 'auth-state'])
      void cache.invalidateQueries({ queryKey: [changed] })
  })
  const { on, recoveryCodesLeft } = me.secondFactor
  const { offer, recoveryCodes, running, refusal } = enrolment
  return (
    <section>
      <SectionHead
        title="Second factor"
        says={
          on ? `On; ${recoveryCodesLeft} recovery codes left` : 'Off: a password alone protects your account'
        }
      />
      {refusal && <Refused>{refusal}</Refused>}
      {recoveryCodes ? (
        <div className={styles.narrow}>
          <p>Keep these: each lets you in once if you lose your phone. They are shown only now.</p>
          <RecoveryCodes codes={recoveryCodes} done={enrolment.drop} />
        </div>
      ) : offer ? (
        <form
          className={styles.narrow}
          onSubmit={(event) => {
            event.preventDefault()
            void enrolment.confirm()
          }}
        >
          <p>Scan this with an authenticator app, then enter the six digits that it shows.</p>
          <SecretToScan offer={offer} />
          <SixDigits {...enrolment.code.bound} />
          <div className={styles.acts}>
            <Button type="submit" loading={running} disabled={enrolment.code.value.length < 6}>
              Confirm
            </Button>
            <Button variant="subtle" onClick={enrolment.drop}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.acts}>
          <Button onClick={() => void enrolment.begin()}>{on ? 'Set up another app' : 'Set up'}</Button>
          {on && (
            <Button loading={running} onClick={() => void enrolment.renew()}>
              New recovery codes
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
