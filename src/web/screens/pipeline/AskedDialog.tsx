import { AdvanceDialog } from './AdvanceDialog.tsx'
import { HireDialog } from './HireDialog.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { RejectDialog } from './RejectDialog.tsx'
import type { Acts } from './use-acts.ts'

/** The dialog of the act that was asked for. */
export const AskedDialog = ({
  acts,
  stages,
  onDone,
}: {
  readonly acts: Acts
  readonly stages: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly onDone: () => void
}) => {
  if (!acts.asked) return null
  const its = {
    ids: acts.asked.ids,
    onClose: acts.close,
    onDone: () => {
      acts.close()
      onDone()
    },
  }
  if (acts.asked.act === 'reject') return <RejectDialog {...its} />
  if (acts.asked.act === 'hold') return <HoldDialog {...its} />
  if (acts.asked.act === 'hire') return <HireDialog {...its} name={acts.asked.name!} />
  return <AdvanceDialog {...its} stages={stages} />
}
