import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { ErrorState } from '../../design/parts/States.tsx'
import { Refused } from '../api/client.ts'
import { Forbidden } from './Forbidden.tsx'

/** What a page shows when it could not be drawn. */
export const Failed = ({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) => {
  const router = useRouter()
  if (error instanceof Refused && error.refusal.code === 'not-allowed')
    return <Forbidden what="this" grants={String(error.refusal.grants ?? 'An administrator')} />
  const refused = error instanceof Refused
  return (
    <ErrorState
      happened={refused ? 'This page could not be loaded' : 'This page stopped working'}
      safe={
        refused
          ? error.refusal.says
          : 'Everything that was sent before is stored; what was typed and not sent may be gone.'
      }
      todo="Try again; if it stays, tell your administrator what you did just before."
    >
      <Button
        variant="filled"
        onClick={() => {
          reset?.()
          void router.invalidate()
        }}
      >
        Try again
      </Button>
    </ErrorState>
  )
}
