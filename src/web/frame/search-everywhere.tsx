import { useDebouncedValue } from '@mantine/hooks'
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import { useNavigate } from '@tanstack/react-router'
import { State, type Tone } from '../../design/parts/Chip.tsx'
import { Face } from '../../design/parts/Face.tsx'
import { useAsk } from '../api/use-ask.ts'
import type { ActGroup } from './palette-store.ts'

/** What `views.search` answers to `{words, most}`. */
interface FoundEverywhere {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly says?: string
    readonly state?: { readonly words: string; readonly tone: Tone; readonly inMotion: boolean }
  }[]
  readonly jobs: readonly { readonly id: string; readonly title: string; readonly says?: string }[]
}

/** People and jobs that answer to the words, as the palette shows them; asked once the typing rests for 80 ms. */
export const useFoundEverywhere = (typed: string): (ActGroup & { readonly scope: 'people' | 'jobs' })[] => {
  const navigate = useNavigate()
  const [words] = useDebouncedValue(typed, 80)
  const { data } = useAsk('views.search' as never, { words, most: 6 } as never, {
    enabled: words.length >= 2,
    retry: false,
  })
  const found = words.length >= 2 ? (data as FoundEverywhere | undefined) : undefined
  if (!found) return []
  const go = (to: string) => () => void navigate({ to } as never)
  return [
    {
      scope: 'people' as const,
      title: 'People',
      acts: found.people.map((person) => ({
        id: person.id,
        label: person.name,
        says: person.says,
        icon: <Face id={person.id} name={person.name} size="s" />,
        end: person.state && (
          <State tone={person.state.tone} inMotion={person.state.inMotion}>
            {person.state.words}
          </State>
        ),
        run: go(`/candidates/${person.id}`),
      })),
    },
    {
      scope: 'jobs' as const,
      title: 'Jobs',
      acts: found.jobs.map((job) => ({
        id: job.id,
        label: job.title,
        says: job.says,
        icon: <IconBriefcase aria-hidden />,
        end: 'Job',
        run: go(`/jobs/${job.id}`),
      })),
    },
  ].filter((group) => group.acts.length > 0)
}
