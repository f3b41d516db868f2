import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { authState } from '../../api/auth.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'

/** Where somebody is signed in; oneself, or a colleague for those who manage users. */
export const Sessions = ({ userId }: { readonly userId?: string }) => {
  const { data } = useAsk('accounts.sessions', userId ? { userId } : {})
  const here = useQuery({ queryKey: ['auth-state'], queryFn: authState }).data as
    | { readonly sessionId?: string | null }
    | undefined
  const end = useCall('accounts.endSessions', { freshens: ['accounts.sessions'] })
  const sessions = data ?? []
  return (
    <section>
      <SectionHead title={userId ? 'Their sessions' : 'Where you are signed in'} count={sessions.length} />
      <HairlineList label="Sessions">
        {data && sessions.length === 0 && <Row under="Signed in nowhere" />}
        {sessions.map((one) => (
          <Row
            key={one.id}
            title={browserOf(one.agent)}
            under={
              <>
                {one.address ?? 'Address not known'}, last used <DateText at={one.lastSeenAt} as="ago" />
              </>
            }
            end={
              one.id === here?.sessionId ? (
                <Chip>This one</Chip>
              ) : (
                <Button data-destructive onClick={() => void end.run({ sessionIds: [one.id] })}>
                  End
                </Button>
              )
            }
          />
        ))}
      </HairlineList>
      {end.refusal && <Refused>{end.refusal.says}</Refused>}
    </section>
  )
}

/** "Firefox on Linux" out of what browsers say of themselves. */
const browserOf = (agent: string | null): string => {
  if (!agent) return 'Browser not known'
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /Firefox\//.test(agent)
      ? 'Firefox'
      : /Chrome\//.test(agent)
        ? 'Chrome'
        : /Safari\//.test(agent)
          ? 'Safari'
          : 'A program'
  const system = /Android/.test(agent)
    ? 'Android'
    : /iPhone|iPad/.test(agent)
      ? 'iOS'
      : /Windows/.test(agent)
        ? 'Windows'
        : /Mac OS/.test(agent)
          ? 'macOS'
          : /Linux/.test(agent)
            ? 'Linux'
            : null
  return system ? `${browser} on ${system}` : browser
}
