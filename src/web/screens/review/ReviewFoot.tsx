import { Button } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { call } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import { useReasons } from '../jobs/use-reasons.ts'
import { DecideForms } from './DecideForms.tsx'
import { MailForm } from './MailForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import { PoolForm } from './PoolForm.tsx'
import styles from './review-foot.module.css'
import type { ReviewItem, useReview } from './use-review.ts'

/** The acts on the application in hand, each with its key; what needs words opens above them. */
export const ReviewFoot = ({
  review,
  item,
  isDone,
}: {
  readonly review: ReturnType<typeof useReview>
  readonly item: ReviewItem
  readonly isDone: boolean
}) => {
  const [opened, setOpened] = useState<'reject' | 'hold' | 'note' | 'mail' | 'pool'>()
  const mayDecide = useMay('ats.decide') && !isDone
  const mayNote = useMay('candidates.note')
  const mayWrite = useMay('messaging.write')
  const mayPool = useMay('crm.managePools')
  // Asked for before they are needed: the digit follows the R at once.
  useReasons()
  const close = () => setOpened(undefined)
  const advance = () =>
    void review.decide(item, 'Advanced', item.nextStage ? `to ${item.nextStage}; no mail goes out` : '', () =>
      call('ats.advanceApplications', {
        applicationIds: [item.applicationId],
        readIn: item.stageId as never,
        mail: false,
      }),
    )
  const canAdvance = mayDecide && item.nextStage !== null
  useShortcuts(
    {
      a: canAdvance ? { label: `Advance to ${item.nextStage}`, run: advance } : undefined,
      r: mayDecide
        ? { label: 'Reject, then the digit of a reason', run: () => setOpened('reject') }
        : undefined,
      h: mayDecide ? { label: 'Hold', run: () => setOpened('hold') } : undefined,
      n: mayNote ? { label: 'Note', run: () => setOpened('note') } : undefined,
      p: mayPool ? { label: 'Add to pool', run: () => setOpened('pool') } : undefined,
      e: mayWrite ? { label: 'Mail', run: () => setOpened('mail') } : undefined,
      Escape: opened ? { label: 'Close', run: close, quiet: true } : undefined,
    },
    { title: 'Decide' },
  )
  return (
    <footer className={styles.foot}>
      {(opened === 'reject' || opened === 'hold') && !isDone && (
        <DecideForms opened={opened} item={item} review={review} onClose={close} />
      )}
      {opened === 'note' && <NoteForm item={item} onClose={close} />}
      {opened === 'pool' && <PoolForm item={item} onClose={close} />}
      {opened === 'mail' && <MailForm item={item} onClose={close} />}
      <div className={styles.acts}>
        <Button
          variant="subtle"
          className={styles.walk}
          disabled={review.sitting.at === 0}
          onClick={() => review.go(-1)}
          leftSection={<IconChevronLeft />}
          rightSection={<KeyCap keys="k" />}
        >
          Back
        </Button>
        <Button
          variant="subtle"
          className={styles.walk}
          onClick={() => review.go(1)}
          rightSection={<KeyCap keys="j" />}
        >
          {review.next ? 'Next,\u00a0' : 'Next'}
          {review.next && <Name>{review.next.name}</Name>}
        </Button>
        <span className={styles.gap} />
        {mayNote && (
          <Button
            onClick={() => setOpened('note')}
            leftSection={<IconNote />}
            rightSection={<KeyCap keys="n" />}
          >
            Note
          </Button>
        )}
        {mayPool && (
          <Button
            onClick={() => setOpened('pool')}
            leftSection={<IconStack2 />}
            rightSection={<KeyCap keys="p" />}
          >
            Pool
          </Button>
        )}
        {mayWrite && (
          <Button
            onClick={() => setOpened('mail')}
            leftSection={<IconMail />}
            rightSection={<KeyCap keys="e" />}
          >
            Mail
          </Button>
        )}
        <span className={styles.rule} />
        <Button
          disabled={!mayDecide}
          onClick={() => setOpened('hold')}
          leftSection={<IconPlayerPause />}
          rightSection={<KeyCap keys="h" />}
        >
          Hold
        </Button>
        <Button
          disabled={!mayDecide}
          onClick={() => setOpened('reject')}
          leftSection={<IconX />}
          rightSection={<KeyCap keys="r" />}
        >
          Reject
        </Button>
        <Button
          // One filled button at a time: that of the form while one is open.
          variant={opened ? 'default' : 'filled'}
          disabled={!canAdvance}
          onClick={advance}
          leftSection={<IconCheck />}
          rightSection={<KeyCap keys="a" />}
        >
          Advance{item.nextStage ? ` to ${item.nextStage}` : ''}
        </Button>
      </div>
    </footer>
  )
}
