import { Tooltip } from '@mantine/core'
import { agoText, dayOf, dayText, exactText, shortText } from '../dates.ts'
import { useReader } from '../reader.ts'
import styles from './text.module.css'

/**
 * A moment in the reader's words, with the exact time and zone on hover.
 * `focusable` also shows it on keyboard focus; use it where a page has few dates, not in a list of hundreds.
 */
export const DateText = ({
  at,
  as = 'short',
  now = new Date(),
  focusable = false,
}: {
  readonly at: string | Date
  /** `day` is for what was promised: nobody promised a minute. */
  readonly as?: 'ago' | 'short' | 'exact' | 'day'
  readonly now?: Date
  readonly focusable?: boolean
}) => {
  const reader = useReader()
  const moment = new Date(at)
  const exact = exactText(moment, reader)
  const words = {
    exact: () => exact,
    ago: () => agoText(moment, now, reader),
    day: () => dayText(dayOf(moment, reader), now, reader),
    short: () => shortText(moment, now, reader),
  }[as]()
  if (!focusable)
    return (
      <time className={styles.time} dateTime={moment.toISOString()} title={exact}>
        {words}
      </time>
    )
  return (
    <Tooltip label={exact}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact time must be reachable without a mouse. */}
      <time className={styles.time} dateTime={moment.toISOString()} tabIndex={0}>
        {words}
      </time>
    </Tooltip>
  )
}

/** A calendar day without a clock. */
export const DayText = ({ day, now = new Date() }: { readonly day: string; readonly now?: Date }) => {
  const reader = useReader()
  return (
    <time className={styles.time} dateTime={day}>
      {dayText(day, now, reader)}
    </time>
  )
}
