import { Button } from '@mantine/core'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { useState } from 'react'
import type { StepPlan } from '../../../crm/model/sequence.ts'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { showsSequences } from './enrolment-acts.ts'
import styles from './outreach.module.css'
import type { SequenceSeen } from './Sequence.tsx'
import { StepCard } from './StepCard.tsx'
import { StepForm } from './StepForm.tsx'
import { waitWords } from './sequence-words.ts'

/** The steps down the page, each with its wait, its words and what came of it; one is changed at a time. */
export const Steps = ({
  sequence,
  mayChange,
}: {
  readonly sequence: SequenceSeen
  readonly mayChange: boolean
}) => {
  const { steps } = sequence
  const [editing, setEditing] = useState<string>()
  const change = useCall('crm.changeSequence', { freshens: showsSequences })
  const plans = steps.map(planOf)
  const save = async (wanted: readonly StepPlan[]) => {
    const answer = await change.run({ sequenceId: sequence.id, steps: [...wanted] })
    if (answer.ok) setEditing(undefined)
    return answer
  }
  const remove = async (id: string) => {
    const answer = await save(plans.filter((plan) => plan.id !== id))
    if (!answer.ok) return showRefusal(answer.refusal)
    const back = plans.map((plan) => (plan.id === id ? { ...plan, id: undefined } : plan))
    offerUndo({ says: 'Removed the step', undo: () => save(back) })
  }
  const add = () => setEditing('new')
  useShortcuts({ n: mayChange ? { label: 'Add step', run: add } : undefined })
  const form = (step: StepPlan, position: number) => (
    <StepForm
      step={step}
      position={position}
      running={change.running}
      refused={change.refusal?.says}
      onCancel={() => setEditing(undefined)}
      onSave={(plan) => void save(position < plans.length ? plans.with(position, plan) : [...plans, plan])}
    />
  )
  return (
    <section>
      <SectionHead title="Steps" says="On working days, 9 to 17 where the sender is" />
      <ol className={styles.line}>
        {steps.map((step, position) => (
          <li key={step.id}>
            <span className={styles.wait}>
              <IconClock aria-hidden /> {waitWords(step.waitDays)}
            </span>
            <span className={styles.number} aria-hidden>
              {position + 1}
            </span>
            {editing === step.id ? (
              form(planOf(step), position)
            ) : (
              <StepCard
                steps={steps}
                position={position}
                onChange={mayChange ? () => setEditing(step.id) : undefined}
                onRemove={
                  mayChange && steps.length > 1 && step.sent === 0 ? () => void remove(step.id) : undefined
                }
              />
            )}
          </li>
        ))}
        {editing === 'new' && (
          <li>
            <span className={styles.number} aria-hidden>
              {steps.length + 1}
            </span>
            {form(
              {
                waitDays: 3,
                subject: '',
                body: '',
                sameThread: steps.length > 0,
                needsPersonalLine: false,
              },
              steps.length,
            )}
          </li>
        )}
        {mayChange && editing === undefined && (
          <li>
            <Button
              variant="subtle"
              leftSection={<IconPlus />}
              rightSection={<KeyCap keys="n" />}
              onClick={add}
            >
              Add step
            </Button>
          </li>
        )}
        <li data-end>
          <span className={styles.number} aria-hidden />
          <p>
            <b>Ends</b> Five working days after the last step, when nobody has answered.
          </p>
        </li>
      </ol>
    </section>
  )
}

const planOf = ({
  id,
  waitDays,
  subject,
  body,
  sameThread,
  needsPersonalLine,
}: SequenceSeen['steps'][number]): StepPlan => ({
  id,
  waitDays,
  subject,
  body,
  sameThread,
  needsPersonalLine,
})
