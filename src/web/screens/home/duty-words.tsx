import IconAt from '@tabler/icons-react/dist/esm/icons/IconAt.mjs'
import IconCalendar from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconClipboardText from '@tabler/icons-react/dist/esm/icons/IconClipboardText.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconSquareCheck from '@tabler/icons-react/dist/esm/icons/IconSquareCheck.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import type { ReactNode } from 'react'
import { DateText, DayText } from '../../../design/parts/DateText.tsx'
import type { Duty } from './duty-groups.ts'
import styles from './home.module.css'

/** What each kind of duty is called. */
export const kinds: Readonly<Record<Duty['kind'], { readonly title: string; readonly icon: typeof IconAt }>> =
  {
    promise: { title: 'Promise due', icon: IconClock },
    decide: { title: 'Decide', icon: IconCheck },
    review: { title: 'Review', icon: IconUsers },
    reply: { title: 'Reply came', icon: IconMail },
    task: { title: 'Task', icon: IconSquareCheck },
    approve: { title: 'Approve', icon: IconFileText },
    held: { title: 'Held until', icon: IconPlayerPause },
    mention: { title: 'Mention', icon: IconAt },
    interview: { title: 'Interview', icon: IconCalendar },
    scorecard: { title: 'Scorecard', icon: IconClipboardText },
  }

/** The day a duty is due, red once it is past. */
const Due = ({ at, late }: { readonly at: string; readonly late: boolean }) => (
  <span className={late ? styles.late : undefined}>
    <DateText at={at} as="day" />
  </span>
)

/** What is to be done, and under it what one must know to do it. */
export const dutyWords = (
  duty: Duty,
  late: boolean,
): { readonly what: ReactNode; readonly under: ReactNode } => {
  const ago = duty.since && <DateText at={duty.since} as="ago" />
  const promised = duty.due && <Due at={duty.due} late={late} />
  switch (duty.kind) {
    case 'promise':
      return {
        what: <>Word from us, promised by {promised}</>,
        under: (
          <>
            {duty.stageName}: {duty.words ?? 'our turn'}; last word {ago}
          </>
        ),
      }
    case 'decide':
      return {
        what: `Goes on from ${duty.stageName}, or not`,
        under: (
          <>
            {duty.words && `${duty.words}; `}
            {promised ? <>answer promised by {promised}</> : <>there since {ago}</>}
          </>
        ),
      }
    case 'review':
      return {
        what: <>Oldest came {ago}</>,
        under: promised ? <>First answer promised by {promised}</> : 'No answer promised yet',
      }
    case 'reply':
      return { what: `“${duty.words ?? ''}”`, under: <>Came {ago}</> }
    case 'task':
      return {
        what: duty.words,
        under: (
          <>
            {duty.due ? <>Due {promised}</> : <>Since {ago}</>}
            {duty.askedBy && `, from ${duty.askedBy}`}
          </>
        ),
      }
    case 'approve':
      return {
        what: duty.words === 'backfill' ? 'A seat, after somebody left' : 'A new seat',
        under: (
          <>
            {duty.askedBy ? `${duty.askedBy} asks for it` : 'Asked for'}, {ago}
          </>
        ),
      }
    case 'held':
      return {
        what: <>Comes back {duty.due && <DayText day={duty.due.slice(0, 10)} />}</>,
        under: `${duty.stageName}; decide or hold on`,
      }
    case 'interview':
      return {
        what: `Interview “${duty.words}”`,
        under: duty.due && duty.since ? <DateText at={duty.since} /> : <>Asked {ago}, no time yet</>,
      }
    case 'scorecard':
      return {
        what: `“${duty.words}”: what did you find?`,
        under: <>Held {ago}; others’ scorecards open once yours is in</>,
      }
    case 'mention':
      return { what: 'You are mentioned in a note', under: ago }
  }
}
