import { useEffect } from 'react'
import { SixDigits } from './fields.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { SecretToScan } from './SecretToScan.tsx'
import { SignInForm, SignInPage } from './SignInPage.tsx'
import { useEnrolment } from './use-enrolment.ts'

/** Sets up the code of an authenticator app, then shows the recovery codes once. */
export const EnrolSecondFactor = ({ done }: { readonly done: () => void }) => {
  const enrolment = useEnrolment()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the secret is asked for once; asking again would replace it.
  useEffect(() => void enrolment.begin(), [])
  if (enrolment.recoveryCodes)
    return (
      <SignInPage
        title="Keep these codes"
        says="Each lets you in once if you lose your phone. They are shown only now: print them, or put them into your password safe."
      >
        <RecoveryCodes codes={enrolment.recoveryCodes} done={done} />
      </SignInPage>
    )
  return (
    <SignInPage
      title="Protect your account"
      says="People trust you with their applications, so a password alone is not enough here. Scan this with an authenticator app, then enter the six digits that it shows."
    >
      <SignInForm act="Confirm" asks={enrolment} onSubmit={() => void enrolment.confirm()}>
        <SecretToScan offer={enrolment.offer} />
        <SixDigits {...enrolment.code.bound} />
      </SignInForm>
    </SignInPage>
  )
}
