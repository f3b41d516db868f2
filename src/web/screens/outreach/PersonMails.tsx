import { Button, Textarea } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { fieldWords } from '../compose/letters.ts'
import { MergedText } from '../compose/MergedText.tsx'
import { showsSequences } from './enrolment-acts.ts'
import styles from './outreach.module.css'
import reader from './reader.module.css'

type Preview = OutputOf<Queries, 'crm.previewSequence'>
type Enrolled = OutputOf<Queries, 'views.enrolledPeople'>['people'][number]

/** The steps of a sequence as this person reads them, and whether they may go. */
export const PersonMails = ({
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
      <p className={reader.guard} data-stops={!verdict.allowed || undefined}>
        {verdict.allowed ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        {verdict.allowed ? `Free to contact, from ${data.from}` : verdict.says}
      </p>
      <ol className={reader.mails}>
        {data.steps.map((step, position) => (
          <li key={step.stepId}>
            <h3>
              {step.subject}
              {position < data.nextStep && <small>sent</small>}
            </h3>
            {step.spans ? (
              <MergedText says={`Step ${position + 1}`} pieces={step.spans.body} />
            ) : (
              <p className={reader.gap}>
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
      className={reader.lineForm}
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
