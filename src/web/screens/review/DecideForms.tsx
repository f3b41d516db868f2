import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Name } from '../../../design/parts/Face.tsx'
import { call } from '../../api/client.ts'
import { HoldForm } from '../decide/HoldForm.tsx'
import { RejectForm } from '../decide/RejectForm.tsx'
import above from './above.module.css'
import type { ReviewItem, useReview } from './use-review.ts'

/** The forms of a hold and a no above the acts; the review goes on at once and comes back when it was refused. */
export const DecideForms = ({
  opened,
  item,
  review,
  onClose,
}: {
  readonly opened: 'reject' | 'hold'
  readonly item: ReviewItem
  readonly review: ReturnType<typeof useReview>
  readonly onClose: () => void
}) => {
  const read = { applicationIds: [item.applicationId], readIn: item.stageId as never }
  useShortcuts({ Escape: { label: 'Keep this application', run: onClose } }, { title: 'Decide' })
  return opened === 'hold' ? (
    <div className={above.above}>
      <HoldForm
        ids={read.applicationIds}
        onClose={onClose}
        onHold={async (until, reason) => {
          onClose()
          void review.decide(item, 'Held', `until ${until}; their page says so`, () =>
            call('ats.holdApplications', { ...read, until, reason }),
          )
          return undefined
        }}
      />
    </div>
  ) : (
    <section className={above.above} aria-label="Reason">
      <p>
        Why not <Name>{item.name}</Name>? The letter waits until the next working morning and can be taken
        back.
      </p>
      <RejectForm
        ids={read.applicationIds}
        digitDecides
        onClose={onClose}
        onReject={async ({ reason, note, silent }) => {
          onClose()
          const letter =
            silent || !reason.templateKey ? 'No letter' : 'Letter waits until the next working morning'
          void review.decide(item, 'Rejected', `${reason.says}. ${letter}`, () =>
            call('ats.rejectApplications', {
              ...read,
              reasonCode: reason.code,
              ...(note ? { note } : {}),
              ...(silent ? { tell: { by: 'silence' as const } } : {}),
            }),
          )
          return undefined
        }}
      />
    </section>
  )
}
