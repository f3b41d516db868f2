import { ActionIcon, Button, Textarea } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { fieldWords } from '../compose/letters.ts'
import { MergedText } from '../compose/MergedText.tsx'
import { showsSequences } from './enrolment-acts.ts'
import styles from './outreach.module.css'
import type { SequenceSeen } from './Sequence.tsx'

/** Every step as one of its people reads it; the others are one press away. */
export const PersonGetsIt = ({
  sequence,
  person,
}: {
  readonly sequence: SequenceSeen
  readonly person: string | undefined
}) => {
  const navigate = useNavigate()
  const people =
    useAsk('views.enrolledPeople', { sequenceId: sequence.id, limit: 100 }, { placeholderData: undefined })
      .data?.people ?? []
  // Somebody far down the list is shown all the same, and the walk begins at its top.
  const at = person ? people.findIndex(({ candidateId }) => candidateId === person) : 0
  const shown = person ?? people[0]?.candidateId
  const walk = (to: number) =>
    void navigate({
      to: '/outreach/$sequenceId',
      params: { sequenceId: sequence.id },
      search: { person: people[to]!.candidateId },
      replace: true,
    } as never)
  return (
    <section className={styles.reader} aria-label="As one person gets it">
      <SectionHead title="As one person gets it">
        {people.length > 1 && (
          <span className={styles.walk}>
            <ActionIcon aria-label="The one before" disabled={at <= 0} onClick={() => walk(at - 1)}>
              <IconChevronLeft />
            </ActionIcon>
            {at >= 0 && `${at + 1} of ${sequence.people}`}
            <ActionIcon
              aria-label="The next one"
              disabled={at >= people.length - 1}
              onClick={() => walk(at + 1)}
            >
              <IconChevronRight />
            </ActionIcon>
          </span>
        )}
      </SectionHead>
      {shown ? (
        <Mails key={shown} sequenceId={sequence.id} candidateId={shown} of={people[at]} />
      ) : (
        <p className={styles.teach}>
          Nobody is in it yet. Choose people in <Link to="/candidates">Candidates</Link> or in a{' '}
          <Link to="/pools">pool</Link> and press Q; you see first who will get it, who will not and why.
        </p>
      )}
    </section>
  )
}

type Preview = OutputOf<Queries, 'crm.previewSequence'>
type Enrolled = OutputOf<Queries, 'views.enrolledPeople'>['people'][number]

const Mails = ({
  sequenceId,
  candidateId,
  of,
}: {
  readonly sequenceId: string
  readonly candidateId: string
  readonly of: Enrolled | undefined
}) => {
  const { data } = useAsk(
    'crm.previewSequence',
    { sequenceId, candidateId },
    { placeholderData: undefined, retry: false },
  )
  if (!data) return null
  const { verdict } = data
  const name = of?.name ?? data.to.name
  return (
    <>
      <Link to="/candidates/$candidateId" params={{ candidateId }} className={styles.who}>
        <WhoCell
          face={<Face id={candidateId} name={name} />}
          name={<Name>{name}</Name>}
          under={of && [of.title, of.company].filter(Boolean).join(', ')}
        />
      </Link>
      <p className={styles.guard} data-stops={!verdict.allowed || undefined}>
        {verdict.allowed ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        {verdict.allowed ? `Free to contact, from ${data.from}` : verdict.says}
      </p>
      <ol className={styles.mails}>
        {data.steps.map((step, position) => (
          <li key={step.stepId}>
            <h3>
              {step.subject}
              {position < data.nextStep && <small>sent</small>}
            </h3>
            {step.spans ? (
              <MergedText says={`Step ${position + 1}`} pieces={step.spans.body} />
            ) : (
              <p className={styles.gap}>
                <IconAlertTriangle aria-hidden /> Missing: {step.missing.map(fieldWords).join(', ')}. Nothing
                goes out with a gap.
              </p>
            )}
            {data.enrolmentId && position >= data.nextStep && (
              <Line enrolmentId={data.enrolmentId} step={step} sequenceId={sequenceId} />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where a step has a place for it: what only this person is told. */
const Line = ({
  enrolmentId,
  step,
  sequenceId,
}: {
  readonly enrolmentId: string
  readonly step: Preview['steps'][number]
  readonly sequenceId: string
}) => {
  const steps = useAsk('views.sequence', { sequenceId }).data?.steps ?? []
  const [line, setLine] = useState(step.line ?? '')
  const write = useCall('crm.writePersonalLines', { freshens: showsSequences })
  if (!steps.find(({ id }) => id === step.stepId)?.needsPersonalLine) return null
  return (
    <form
      className={styles.lineForm}
      onSubmit={(event) => {
        event.preventDefault()
        void write.run({ lines: [{ enrolmentId, stepId: step.stepId, line }] })
      }}
    >
      <Textarea
        label="Personal line"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={1000}
        value={line}
        error={write.refusal?.says}
        onChange={(event) => setLine(event.currentTarget.value)}
      />
      <Button type="submit" disabled={line.trim() === (step.line ?? '')} loading={write.running}>
        Save line
      </Button>
    </form>
  )
}
