import { Dialog } from '../../../design/parts/Dialog.tsx'
import { RejectForm } from '../decide/RejectForm.tsx'
import { offerDecisionUndo, useDecisions } from './use-decisions.ts'

/** A no to one or many on the board. */
export const RejectDialog = ({
  ids,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const { reject } = useDecisions()
  return (
    <Dialog
      opened
      size={560}
      onClose={onClose}
      title={ids.length === 1 ? 'Reject' : `Reject ${ids.length} people`}
    >
      <RejectForm
        ids={ids}
        onClose={onClose}
        onReject={async ({ reason, note, silent }) => {
          const answer = await reject.run({
            applicationIds: ids as never,
            reasonCode: reason.code,
            ...(note ? { note } : {}),
            ...(silent ? { tell: { by: 'silence' as const } } : {}),
          })
          if (!answer.ok) return answer.refusal
          onDone()
          const { length } = answer.value.done
          offerDecisionUndo(
            length === 1 ? 'One person rejected' : `${length} people rejected`,
            answer.value,
            silent ? 'No letter' : 'Letters wait until the next working morning',
          )
          return undefined
        }}
      />
    </Dialog>
  )
}
