import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import styles from './candidates.module.css'
import { people } from './people-words.ts'
import { showRefusal } from './show-refusal.ts'

/** Marks people as not to be contacted, with the reason; it can be lifted again. */
export const DoNotContactDialog = ({
  ids,
  together,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly together?: { readonly doNotContact: number; readonly inProcess: number } | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [reason, setReason] = useState('')
  const hold = useCall('candidates.holdContact', {
    freshens: ['views.candidates', 'views.candidate', 'views.timeline'],
  })
  const run = async () => {
    const answer = await hold.run({ candidateIds: [...ids], reason })
    if (!answer.ok) return
    onDone()
    offerUndo({
      says: `${people(answer.value.held.length)} marked: do not contact`,
      undo: async () => {
        if (answer.value.held.length === 0) return
        const back = await call('candidates.resumeContact', {
          candidateIds: answer.value.held,
          reason: 'Taken back',
        })
        if (!back.ok) showRefusal(back.refusal)
      },
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={ids.length === 1 ? 'Do not contact' : `Do not contact ${people(ids.length)}`}
      act={
        <Button
          variant="filled"
          loading={hold.running}
          disabled={reason.trim() === ''}
          onClick={() => void run()}
        >
          Mark as do not contact
        </Button>
      }
    >
      <div className={styles.form}>
        <p>
          No outreach, newsletter or invitation leaves for them any more, whoever sends it.
          {(together?.inProcess ?? 0) > 0 &&
            ` ${people(together!.inProcess)} in process still get word about their application.`}
          {(together?.doNotContact ?? 0) > 0 && ` ${people(together!.doNotContact)} are marked already.`}
        </p>
        <Textarea
          label="Why"
          description="Kept with the record."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
        />
        {hold.refusal && <Refused>{hold.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
