import { Button } from '@mantine/core'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import styles from '../decide/decide.module.css'
import { offerDecisionUndo } from './use-decisions.ts'

/** The hire: an act of its own, one person at a time. */
export const HireDialog = ({
  ids,
  name,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly name: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const hire = useCall('ats.hireApplication', {
    freshens: ['ats.board', 'ats.boardTable', 'ats.job', 'ats.jobs'],
  })
  const run = async () => {
    const answer = await hire.run({ applicationId: ids[0] as never })
    if (!answer.ok) return
    onDone()
    offerDecisionUndo(
      `${name} is hired`,
      answer.value,
      answer.value.openingId ? 'One opening is filled' : 'No opening was free',
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? `Hire ${name}` : 'Hire'}
      act={
        <Button
          variant="filled"
          data-autofocus
          loading={hire.running}
          disabled={ids.length !== 1}
          onClick={() => void run()}
        >
          Hire
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          {ids.length === 1
            ? 'This ends the application with the hire and fills an approved opening of the job, where one is free. No mail goes out.'
            : 'People are hired one at a time. Choose one.'}
        </p>
        {hire.refusal && <Refused>{hire.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
