import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useReader } from '../../../design/reader.ts'
import type { WorkingHours } from '../../../scheduling/model/working-hours.ts'
import styles from './working-hours.module.css'

type Hours = WorkingHours[number]

/** One weekday: not worked, or from when until when; a second time leaves room for a break. */
export const WorkingDay = ({
  weekday,
  hours,
  onHours,
}: {
  readonly weekday: number
  readonly hours: readonly Hours[]
  readonly onHours: (hours: readonly Hours[]) => void
}) => {
  const { locale } = useReader()
  // The first of January 2024 was a Monday.
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, weekday)),
  )
  const replace = (at: number, change: Partial<Hours>) =>
    onHours(hours.map((one, position) => (position === at ? { ...one, ...change } : one)))
  const last = hours.at(-1)
  return (
    <li className={styles.day}>
      <Checkbox
        label={day}
        checked={hours.length > 0}
        onChange={(event) =>
          onHours(event.currentTarget.checked ? [{ weekday, from: '09:00', to: '17:00' }] : [])
        }
      />
      <div className={styles.times}>
        {hours.map(({ from, to }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: times have no identity but their place
          <div key={at} className={styles.time}>
            <Clock label={`${day} from`} value={from} onValue={(next) => replace(at, { from: next })} />
            <span aria-hidden>–</span>
            <Clock
              label={`${day} to`}
              value={to === '24:00' ? '00:00' : to}
              onValue={(next) => replace(at, { to: next === '00:00' ? '24:00' : next })}
            />
            {hours.length > 1 && (
              <ActionIcon
                aria-label={`Remove ${from} to ${to} on ${day}`}
                onClick={() => onHours(hours.filter((_, position) => position !== at))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
            {at === hours.length - 1 && last && last.to < '22:00' && (
              <ActionIcon
                aria-label={`Another time on ${day}`}
                onClick={() =>
                  onHours([...hours, { weekday, from: hourAfter(last.to, 1), to: hourAfter(last.to, 2) }])
                }
              >
                <IconPlus size={16} />
              </ActionIcon>
            )}
          </div>
        ))}
        {hours.length === 0 && <span className={styles.off}>Does not meet people</span>}
      </div>
    </li>
  )
}

const Clock = ({
  label,
  value,
  onValue,
}: {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}) => (
  <TextInput
    type="time"
    required
    aria-label={label}
    value={value}
    onChange={(event) => onValue(event.currentTarget.value.slice(0, 5))}
  />
)

const hourAfter = (clock: string, hours: number): string =>
  `${String(Number(clock.slice(0, 2)) + hours).padStart(2, '0')}:${clock.slice(3)}`
