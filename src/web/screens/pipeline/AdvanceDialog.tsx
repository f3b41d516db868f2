import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import styles from '../decide/decide.module.css'
import { Guard } from '../decide/Guard.tsx'
import { usePreview } from '../decide/use-preview.ts'
import { offerDecisionUndo, useDecisions } from './use-decisions.ts'

/** Takes one or many on, with or without a mail. */
export const AdvanceDialog = ({
  ids,
  stages,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly stages: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [stageId, setStageId] = useState<string | null>(null)
  const [mail, setMail] = useState(false)
  const { advance } = useDecisions()
  const to = stageId ? { stageId: stageId as never } : {}
  const preview = usePreview(ids, { kind: 'advance', mail, ...to })
  const run = async () => {
    const answer = await advance.run({ applicationIds: ids as never, mail, ...to })
    if (!answer.ok) return
    onDone()
    offerDecisionUndo(
      answer.value.done.length === 1 ? 'One person advanced' : `${answer.value.done.length} people advanced`,
      answer.value,
      mail ? 'Their mail waits a few minutes' : 'No mail goes out',
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? 'Advance' : `Advance ${ids.length} people`}
      act={
        <Button
          variant="filled"
          loading={advance.running}
          disabled={!preview.data?.will}
          onClick={() => void run()}
        >
          Advance {preview.data && preview.data.will !== 1 ? preview.data.will : ''}
        </Button>
      }
    >
      <div className={styles.form}>
        <Select
          label="To"
          data-autofocus
          placeholder="The next stage of each"
          data={stages
            .filter((stage) => stage.kind !== 'hired' && stage.kind !== 'applied')
            .map((stage) => ({ value: stage.id, label: stage.name }))}
          value={stageId}
          onChange={setStageId}
          clearable
        />
        <Checkbox
          label="Tell each of them by mail"
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        <Guard preview={preview} />
        {advance.refusal && <Refused>{advance.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
