import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { Link } from '@tanstack/react-router'
import { type Answer, answers, canResume, isOpen } from '../../../crm/model/enrolment.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Row } from '../../../design/parts/Rows.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import { goOn, noteAnswer, pause, takeOut } from './enrolment-acts.ts'
import styles from './outreach.module.css'
import type { SequenceSeen } from './Sequence.tsx'
import { answerWords, standingWords } from './sequence-words.ts'

type Enrolled = OutputOf<Queries, 'views.enrolledPeople'>['people'][number]

/** One of the people in a sequence: how they stand, what comes next, and what can be done. */
export const EnrolledRow = ({ of, sequence }: { readonly of: Enrolled; readonly sequence: SequenceSeen }) => {
  const runs = useMay('crm.runSequences')
  const next = sequence.steps[of.nextStep]
  return (
    <Row
      edge
      lead={
        <Link
          to="/candidates/$candidateId"
          params={{ candidateId: of.candidateId }}
          className={styles.person}
        >
          <WhoCell
            face={<Face id={of.candidateId} name={of.name} />}
            name={<Name>{of.name}</Name>}
            under={[of.title, of.company].filter(Boolean).join(', ')}
          />
        </Link>
      }
      end={runs && <ActsMenu of={of} sequenceId={sequence.id} />}
    >
      <div className={styles.standing}>
        <span>
          {standingWords(of)}
          {of.answer && `: ${answerWords[of.answer as Answer].toLowerCase()}`}
        </span>
        <small>
          {of.state === 'active' && sequence.state === 'running' && next ? (
            <>
              Step {of.nextStep + 1}: <DateText at={of.dueAt} />
            </>
          ) : (
            `${of.nextStep} of ${sequence.steps.length} steps sent`
          )}
          <span className={styles.sender}>, from {of.senderName}</span>
        </small>
      </div>
    </Row>
  )
}

const ActsMenu = ({ of, sequenceId }: { readonly of: Enrolled; readonly sequenceId: string }) => {
  const ids = [of.enrolmentId]
  const isGoing = of.state === 'active' || of.state === 'waiting-for-line'
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <ActionIcon aria-label={`Do with ${of.name}`}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          {...({
            to: '/outreach/$sequenceId',
            params: { sequenceId },
            search: { person: of.candidateId },
          } as object)}
        >
          See as they get it
        </Menu.Item>
        {isGoing && <Menu.Item onClick={() => void pause(ids)}>Pause</Menu.Item>}
        {canResume(of.state, of.stoppedBecause) && (
          <Menu.Item onClick={() => void goOn(ids)}>Go on</Menu.Item>
        )}
        {isOpen(of.state) && <Menu.Item onClick={() => void takeOut(ids)}>Take out</Menu.Item>}
        {of.repliedAt && (
          <>
            <Menu.Divider />
            <Menu.Label>How they answered</Menu.Label>
            {answers.map((answer) => (
              <Menu.Item
                key={answer}
                disabled={of.answer === answer}
                onClick={() => void noteAnswer(of.enrolmentId, answer, of.answer as Answer | null)}
              >
                {answerWords[answer]}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
