import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import { subjectOf } from '../../../crm/model/sequence.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import styles from './outreach.module.css'
import type { SequenceSeen } from './Sequence.tsx'
import { markedText } from './step-text.tsx'

/** A step as it stands: its subject and words, what came of it, and what can be done with it. */
export const StepCard = ({
  steps,
  position,
  onChange,
  onRemove,
}: {
  readonly steps: SequenceSeen['steps']
  readonly position: number
  readonly onChange: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}) => {
  const step = steps[position]!
  return (
    <article className={styles.step} aria-label={`Step ${position + 1}`}>
      <div className={styles.stepHead}>
        <h3>{subjectOf(steps, position)}</h3>
        <Chip icon={<IconMail aria-hidden />}>{step.sameThread ? 'Mail, same thread' : 'Mail'}</Chip>
        {step.needsPersonalLine && <Chip>Needs a personal line</Chip>}
        {onChange && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={`Do with step ${position + 1}`}>
                <IconDots />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil />} onClick={onChange}>
                Change
              </Menu.Item>
              {onRemove && (
                <Menu.Item leftSection={<IconTrash />} onClick={onRemove}>
                  Remove
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <p>{markedText(step.body)}</p>
      {step.sent > 0 && (
        <p className={styles.figures}>
          <b>{step.sent}</b> sent · <b>{step.replied}</b> answered · <b>{step.stopped}</b> ended for another
          reason
        </p>
      )}
    </article>
  )
}
