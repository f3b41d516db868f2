import { useDebouncedValue } from '@mantine/hooks'
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import { useNavigate } from '@tanstack/react-router'
import { State } from '../../design/parts/Chip.tsx'
import { Face } from '../../design/parts/Face.tsx'
import { useAsk } from '../api/use-ask.ts'
import { relationshipOfText } from '../screens/candidates/relationship-words.ts'
import { useMay } from './me.ts'
import { actsFor } from './palette-acts.ts'
import type { ActGroup } from './palette-store.ts'

/** People and jobs that answer to the words, as the palette shows them; asked once the typing rests for 80 ms. */
export const useFoundEverywhere = (
  typed: string,
): (ActGroup & { readonly scope: 'people' | 'jobs' | 'pools' })[] => {
  const navigate = useNavigate()
  const [words] = useDebouncedValue(typed, 80)
  const { data } = useAsk(
    'views.searchPeople',
    { typed: words, limit: 6 },
    {
      enabled: words.length >= 2,
      retry: false,
    },
  )
  const seesPools = useMay('crm.seePools')
  const asked = words.length >= 2
  const pools = useAsk(
    'views.pools',
    {},
    { enabled: asked && seesPools, staleTime: 60_000, retry: false },
  ).data
  const found = asked ? data : undefined
  if (!found) return []
  const go = (to: string) => () => void navigate({ to } as never)
  return [
    {
      scope: 'people' as const,
      title: 'People',
      acts: found.people.map((person) => ({
        id: person.id,
        label: person.name,
        says: [person.title, person.company].filter(Boolean).join(', '),
        icon: <Face id={person.id} name={person.name} size="s" />,
        end: <Relationship state={person.relationship} />,
        run: go(`/candidates/${person.id}`),
      })),
    },
    {
      scope: 'jobs' as const,
      title: 'Jobs',
      acts: found.jobs.map((job) => ({
        id: job.id,
        label: job.title,
        says: job.code,
        icon: <IconBriefcase aria-hidden />,
        end: jobStates[job.state] ?? 'Job',
        run: go(`/jobs/${job.id}`),
      })),
    },
    ...actsFor(
      [
        {
          title: 'Pools',
          acts: (pools?.pools ?? []).map((pool) => ({
            id: pool.id,
            label: pool.name,
            says: `${pool.people} people, ${pool.ready} ready`,
            icon: <IconStack2 aria-hidden />,
            end: pool.access === 'private' ? 'Pool, private' : 'Pool',
            run: go(`/pools/${pool.id}`),
          })),
        },
      ],
      words,
    ).map((group) => ({ ...group, scope: 'pools' as const })),
  ].filter((group) => group.acts.length > 0)
}

const Relationship = ({ state }: { readonly state: string }) => {
  const { says, tone, inMotion } = relationshipOfText(state)
  return (
    <State tone={tone} inMotion={inMotion}>
      {says}
    </State>
  )
}

const jobStates: Readonly<Record<string, string>> = {
  draft: 'Job, draft',
  open: 'Job',
  'on-hold': 'Job, on hold',
  closed: 'Job, closed',
}
