import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { auth } from '../../api/auth.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import type { Me } from '../../frame/me.ts'
import { everyRight } from './every-right.ts'
import styles from './settings.module.css'
import { TakeBackList } from './TakeBackList.tsx'

/** Tokens for programs that act as oneself, inside chosen rights; each is shown once. */
export const ApiTokens = ({ me }: { readonly me: Me }) => {
  const cache = useQueryClient()
  const tokens = useAsk('accounts.apiTokens', {}).data ?? []
  const revoke = useCall('accounts.revokeApiTokens', { freshens: ['accounts.apiTokens'] })
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [made, setMade] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const make = async () => {
    const answer = await auth<{ token: string }>('api-tokens', { name, scopes })
    setRefusal(answer.ok ? undefined : answer.refusal.says)
    if (!answer.ok) return
    setMade(answer.value.token)
    setName('')
    setScopes([])
    void cache.invalidateQueries({ queryKey: ['accounts.apiTokens'] })
  }
  return (
    <TakeBackList
      title="Tokens for programs"
      says="They act as you, within the rights you choose"
      given={tokens.map((one) => ({
        id: one.id,
        name: one.name,
        under: (
          <>
            {one.scopes.length === 1 ? '1 right' : `${one.scopes.length} rights`}
            {one.expiresAt && (
              <>
                , until <DateText at={one.expiresAt} />
              </>
            )}
            ,{' '}
            {one.lastUsedAt ? (
              <>
                last used <DateText at={one.lastUsedAt} as="ago" />
              </>
            ) : (
              'never used'
            )}
          </>
        ),
      }))}
      onTakeBack={(id) => void revoke.run({ ids: [id] })}
      refusal={revoke.refusal}
    >
      {made && (
        <p role="status" className={styles.once}>
          Copy it now, it is shown only once: <code>{made}</code>
        </p>
      )}
      <details className={styles.more}>
        <summary>Make a token</summary>
        <TextInput
          label="For which program"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox.Group label="It may" value={scopes} onChange={setScopes}>
          <div className={styles.choices}>
            {everyRight
              .filter((right) => me.permissions.includes(right.name))
              .map((right) => (
                <Checkbox key={right.name} value={right.name} label={right.says} />
              ))}
          </div>
        </Checkbox.Group>
        {refusal && <Refused>{refusal}</Refused>}
        <div className={styles.acts}>
          <Button disabled={name.trim() === '' || scopes.length === 0} onClick={() => void make()}>
            Make token
          </Button>
        </div>
      </details>
    </TakeBackList>
  )
}
