import type { OutputOf, Queries } from '../../api/client.ts'

export type Duty = OutputOf<Queries, 'views.home'>['duties'][number]
export type GroupName = 'overdue' | 'today' | 'tomorrow' | 'week' | 'undated'

/** How a row is known: the same application may stand there for two reasons. */
export const dutyKey = (duty: Pick<Duty, 'kind' | 'id'>): string => `${duty.kind}-${duty.id}`

/** My duties by the reader's own days, in the order they came; groups that hold nothing are left out. */
export const groupDuties = <One extends Pick<Duty, 'kind' | 'due'>>(
  duties: readonly One[],
  now: Date,
  zone: string,
): { readonly group: GroupName; readonly duties: One[] }[] => {
  const found = Map.groupBy(duties, (duty) => groupOf(duty, now, zone))
  return groupNames.flatMap((group) => {
    const own = found.get(group)
    return own ? [{ group, duties: own }] : []
  })
}

const groupNames: readonly GroupName[] = ['overdue', 'today', 'tomorrow', 'week', 'undated']

const groupOf = ({ kind, due }: Pick<Duty, 'kind' | 'due'>, now: Date, zone: string): GroupName => {
  // What somebody asked of me without a day is asked today; a task or an interview without one has time.
  if (due === null) return kind === 'task' || kind === 'interview' ? 'undated' : 'today'
  const today = dayOf(now, zone)
  const day = isDay(kind) ? due.slice(0, 10) : dayOf(new Date(due), zone)
  if (kind === 'held')
    return day <= today ? 'today' : day === dayOf(tomorrow(now), zone) ? 'tomorrow' : 'week'
  if (isDay(kind) ? day < today : new Date(due) < now) return 'overdue'
  if (day === today) return 'today'
  return day === dayOf(tomorrow(now), zone) ? 'tomorrow' : 'week'
}

/** Tasks and holds end on a calendar day, the same in every zone; a promise has an hour. */
export const isDay = (kind: Duty['kind']): boolean => kind === 'task' || kind === 'held'

const tomorrow = (now: Date) => new Date(now.getTime() + 24 * 60 * 60_000)
const dayOf = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
