import { Dialog } from '../../../design/parts/Dialog.tsx'
import { HoldForm } from '../decide/HoldForm.tsx'
import { offerDecisionUndo, useDecisions } from './use-decisions.ts'

/** Puts one or many aside until a day, with the reason. */
export const HoldDialog = ({
  ids,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const { hold } = useDecisions()
  return (
    <Dialog opened onClose={onClose} title={ids.length === 1 ? 'Hold' : `Hold ${ids.length} people`}>
      <HoldForm
        ids={ids}
        onClose={onClose}
        onHold={async (until, reason) => {
          const answer = await hold.run({ applicationIds: ids as never, until, reason })
          if (!answer.ok) return answer.refusal
          onDone()
          const { length } = answer.value.done
          offerDecisionUndo(
            length === 1 ? 'One person held' : `${length} people held`,
            answer.value,
            'Their page says until when',
          )
          return undefined
        }}
      />
    </Dialog>
  )
}
