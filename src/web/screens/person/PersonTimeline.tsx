import { Button } from '@mantine/core'
import { DateText } from '../../../design/parts/DateText.tsx'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { Thread, ThreadEntry } from '../../../design/parts/Thread.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { halfAt, knotOf } from './halves.ts'
import { MailEntry } from './MailEntry.tsx'
import { markOf } from './marks.tsx'
import { NoteEntry } from './NoteEntry.tsx'
import styles from './person.module.css'
import { type Entry, type Kind, useTimeline } from './use-timeline.ts'

/** The throughline of a person: what is promised, then everything that happened, newest first. */
export const PersonTimeline = ({
  candidateId,
  kinds,
  applicationId,
  short = false,
}: {
  readonly candidateId: string
  readonly kinds?: Kind[] | undefined
  readonly applicationId?: string | undefined
  /** Beside a list: the newest few, nothing to write in. */
  readonly short?: boolean
}) => {
  const timeline = useTimeline({ candidateId, kinds, applicationId, limit: short ? 12 : 40 })
  const person = useAsk('views.candidate', { candidateId }).data
  const entries = folded(timeline.data?.pages.flatMap((page) => page.entries) ?? [])
  const applications = person?.applications ?? []
  const promised = applications.filter(
    ({ id, state, promisedFor }) =>
      state === 'active' && promisedFor && (!applicationId || id === applicationId),
  )
  if (!timeline.data) return <RowSkeletons rows={5} height={36} />
  if (entries.length === 0)
    return (
      <p className={styles.quiet}>
        {kinds?.length ? 'Nothing of this kind happened yet.' : 'Nothing happened yet.'}
      </p>
    )
  const isWhole = !timeline.hasNextPage && !kinds?.length && !applicationId
  return (
    <>
      <Thread label="Timeline">
        {promised.map((application) => (
          <ThreadEntry
            key={application.id}
            half="ats"
            promised
            mark="ringed"
            title={`Word on ${application.jobTitle} is promised`}
            when={<DateText at={application.promisedFor!} as="day" />}
          />
        ))}
        {entries.map((entry, at) => {
          const half = entry.half === 'both' ? halfAt(entry.at, applications) : entry.half
          const isFirst = isWhole && at === entries.length - 1
          return (
            <ThreadEntry
              key={entry.id}
              half={half}
              knot={isFirst ? undefined : knotOf(entry.name)}
              mark={isFirst ? 'ringed' : markOf(entry)}
              title={isFirst ? 'First hello' : titleOf(entry)}
              aside={isFirst && !short ? titleOf(entry) : undefined}
              when={<DateText at={entry.at} />}
            >
              {entry.kind === 'note' ? (
                <NoteEntry entry={entry} quiet={short} />
              ) : entry.kind === 'message' ? (
                <MailEntry
                  entry={entry}
                  quiet={short}
                  isNewest={
                    entries.find(
                      ({ kind, subjectId }) => kind === 'message' && subjectId === entry.subjectId,
                    ) === entry
                  }
                />
              ) : isFirst && short ? (
                entry.says
              ) : (
                entry.so
              )}
            </ThreadEntry>
          )
        })}
      </Thread>
      {timeline.hasNextPage && !short && (
        <Button
          variant="subtle"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          Show older
        </Button>
      )}
      {timeline.hasNextPage && short && <p className={styles.quiet}>Open the person for everything older.</p>}
    </>
  )
}

const titleOf = (entry: Entry): string =>
  entry.kind === 'message' && entry.subject ? `“${entry.subject}”` : entry.says

/** What a fact made of the relationship stands beside it: “Applied for … / Now applicant, before known”. */
const folded = (entries: readonly Entry[]): readonly (Entry & { readonly so?: string })[] => {
  const because = (at: number) => {
    const [change, cause] = [entries[at], entries[at + 1]]
    return (
      change?.name === 'relationship.changed' && cause && cause.kind === 'fact' && isSoon(cause.at, change.at)
    )
  }
  return entries.flatMap((entry, at) => {
    if (because(at)) return []
    return at > 0 && because(at - 1) ? [{ ...entry, so: entries[at - 1]!.says }] : [entry]
  })
}

const isSoon = (from: string, to: string): boolean => Date.parse(to) - Date.parse(from) < 60_000
