import { ActionIcon } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { useState } from 'react'
import { useAsk } from '../../api/use-ask.ts'
import { MergedText } from '../compose/MergedText.tsx'
import styles from './outreach.module.css'

/** The first step as each of those who will get it reads it, one at a time. */
export const FirstMails = ({
  sequenceId,
  people,
}: {
  readonly sequenceId: string
  readonly people: readonly { readonly candidateId: string; readonly name: string }[]
}) => {
  const [at, setAt] = useState(0)
  const shown = people[Math.min(at, people.length - 1)]!
  const { data } = useAsk(
    'crm.previewSequence',
    { sequenceId, candidateId: shown.candidateId },
    { retry: false },
  )
  const first = data?.steps[0]
  return (
    <div className={styles.first}>
      <div className={styles.walk}>
        <span>To {shown.name}</span>
        {people.length > 1 && (
          <span>
            <ActionIcon aria-label="The one before" disabled={at === 0} onClick={() => setAt(at - 1)}>
              <IconChevronLeft />
            </ActionIcon>
            {at + 1} of {people.length}
            <ActionIcon
              aria-label="The next one"
              disabled={at >= people.length - 1}
              onClick={() => setAt(at + 1)}
            >
              <IconChevronRight />
            </ActionIcon>
          </span>
        )}
      </div>
      {first?.spans && <MergedText says={first.subject} pieces={first.spans.body} />}
    </div>
  )
}
