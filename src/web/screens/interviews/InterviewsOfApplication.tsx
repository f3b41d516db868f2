import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import pools from '../pools/pools.module.css'
import { BookDialog } from './BookDialog.tsx'
import type { Debriefed, InterviewShown } from './debriefed.ts'
import { InterviewersDialog } from './InterviewersDialog.tsx'
import { interviewStateSays } from './interview-words.ts'
import { PlanDialog } from './PlanDialog.tsx'

/** The interviews of an application in one line: planned, booked, called off and read from here. */
export const InterviewsOfApplication = ({
  applicationId,
  atDebrief = false,
}: {
  readonly applicationId: string
  /** On the debrief itself, which it need not lead to. */
  readonly atDebrief?: boolean
}) => {
  const { data: of } = useAsk(
    'ats.debrief',
    { applicationId: applicationId as never },
    { placeholderData: undefined },
  )
  const arranges = useMay('ats.arrangeInterviews')
  const [dialog, setDialog] = useState<
    'plan' | { readonly act: 'book' | 'interviewers'; readonly interview: InterviewShown }
  >()
  if (!of) return null
  const close = () => setDialog(undefined)
  const shown = of.interviews.filter(({ state }) => state !== 'cancelled')
  return (
    <span className={pools.line}>
      {shown.map((interview) => (
        <OneInterview
          key={interview.id}
          of={of}
          interview={interview}
          arranges={arranges && of.state === 'active'}
          onAct={(act) => setDialog({ act, interview })}
        />
      ))}
      {shown.length === 0 && <span className={pools.unknown}>None yet</span>}
      {arranges && of.state === 'active' && of.toPlan.length > 0 && (
        <ActionIcon size={24} aria-label="Plan interviews" onClick={() => setDialog('plan')}>
          <IconPlus />
        </ActionIcon>
      )}
      {shown.length > 0 && !atDebrief && (
        <Link className={pools.choice} to="/applications/$applicationId/debrief" params={{ applicationId }}>
          Debrief
        </Link>
      )}
      {dialog === 'plan' && <PlanDialog of={of} onClose={close} />}
      {typeof dialog === 'object' && dialog.act === 'book' && (
        <BookDialog of={of} interview={dialog.interview} onClose={close} />
      )}
      {typeof dialog === 'object' && dialog.act === 'interviewers' && (
        <InterviewersDialog of={of} interview={dialog.interview} onClose={close} />
      )}
    </span>
  )
}

const OneInterview = ({
  of,
  interview,
  arranges,
  onAct,
}: {
  readonly of: Debriefed
  readonly interview: InterviewShown
  readonly arranges: boolean
  readonly onAct: (act: 'book' | 'interviewers') => void
}) => {
  const cancel = useCall('ats.cancelInterviews', {
    freshens: ['ats.debrief', 'views.home', 'views.timeline'],
    done: (answer) => !answer.ok && showRefusal(answer.refusal),
  })
  const offer = useCall('ats.offerTimes', {
    freshens: ['ats.debrief', 'views.timeline'],
    done: (answer) =>
      answer.ok
        ? notifications.show({ message: 'Asked to choose a time. The mail leaves after the time to undo.' })
        : showRefusal(answer.refusal),
  })
  const isMine = of.owed.some(({ interviewId }) => interviewId === interview.id)
  return (
    <Menu position="bottom-start" keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={pools.choice} data-chip>
          {interview.name}{' '}
          <small>
            {interview.state === 'booked' && interview.startsAt ? (
              <DateText at={interview.startsAt} />
            ) : (
              interviewStateSays[interview.state]
            )}
          </small>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{interview.interviewers.map(({ name }) => name).join(', ')}</Menu.Label>
        {isMine && (
          <Menu.Item component={Link} to={`/scorecards/${interview.id}`}>
            Kit and scorecard
          </Menu.Item>
        )}
        {arranges && interview.state !== 'complete' && (
          <>
            <Menu.Item onClick={() => onAct('book')}>
              {interview.startsAt ? 'Move it…' : 'Book a time…'}
            </Menu.Item>
            {!interview.startsAt && (
              <Menu.Item onClick={() => void offer.run({ interviewIds: [interview.id] })}>
                Let them choose a time
              </Menu.Item>
            )}
            {!interview.startsAt && (
              <Menu.Item onClick={() => onAct('interviewers')}>Who holds it…</Menu.Item>
            )}
            <Menu.Item onClick={() => void cancel.run({ interviewIds: [interview.id] })}>
              Call it off
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
