import { toDataURL } from 'qrcode'
import { useState } from 'react'
import { auth } from '../../api/auth.ts'
import { useField } from './fields.tsx'
import { useAuth } from './use-auth.ts'

/** Setting up the code of an authenticator app: a secret to scan, a code of it, then the recovery codes. */
export const useEnrolment = (confirmed?: () => void) => {
  const [offer, setOffer] = useState<{ readonly secret: string; readonly picture: string }>()
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>()
  const [refused, setRefused] = useState<string>()
  const code = useField()
  const asks = useAuth((started) => {
    setRecoveryCodes(started.recoveryCodes ?? [])
    setOffer(undefined)
    code.setValue('')
    confirmed?.()
  })
  const begin = async () => {
    setRecoveryCodes(undefined)
    const answer = await auth<{ secret: string; address: string }>('second-factor/offer')
    setRefused(answer.ok ? undefined : answer.refusal.says)
    if (answer.ok)
      setOffer({
        secret: answer.value.secret,
        picture: await toDataURL(answer.value.address, { margin: 1, width: 336 }),
      })
  }
  return {
    offer,
    /** Back to the beginning: the codes are kept, or another app is not wanted after all. */
    drop: () => {
      setOffer(undefined)
      setRecoveryCodes(undefined)
    },
    recoveryCodes,
    code,
    begin,
    confirm: () => asks.send('second-factor/confirm', { code: code.value }),
    renew: () => asks.send('second-factor/recovery-codes', {}),
    refusal: refused ?? asks.refusal,
    running: asks.running,
  }
}
