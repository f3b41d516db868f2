import { ActionIcon } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { useAsk } from '../../api/use-ask.ts'
import styles from './outreach.module.css'
import { PersonMails } from './PersonMails.tsx'
import reader from './reader.module.css'
import type { SequenceSeen } from './Sequence.tsx'

/** Every step as one of its people reads it; the others are one press away. */
export const PersonGetsIt = ({
  sequence,
  person,
}: {
  readonly sequence: SequenceSeen
  readonly person: string | undefined
}) => {
  const navigate = useNavigate()
  const people =
    useAsk('views.enrolledPeople', { sequenceId: sequence.id, limit: 100 }, { placeholderData: undefined })
      .data?.people ?? []
  // Somebody far down the list is shown all the same, and the walk begins at its top.
  const at = person ? people.findIndex(({ candidateId }) => candidateId === person) : 0
  const shown = person ?? people[0]?.candidateId
  const walk = (to: number) =>
    void navigate({
      to: '/outreach/$sequenceId',
      params: { sequenceId: sequence.id },
      search: { person: people[to]!.candidateId },
      replace: true,
    } as never)
  return (
    <section className={reader.reader} aria-label="As one person gets it">
      <SectionHead title="As one person gets it">
        {people.length > 1 && (
          <span className={styles.walk}>
            <ActionIcon aria-label="The one before" disabled={at <= 0} onClick={() => walk(at - 1)}>
              <IconChevronLeft />
            </ActionIcon>
            {at >= 0 && `${at + 1} of ${sequence.people}`}
            <ActionIcon
              aria-label="The next one"
              disabled={at >= people.length - 1}
              onClick={() => walk(at + 1)}
            >
              <IconChevronRight />
            </ActionIcon>
          </span>
        )}
      </SectionHead>
      {shown ? (
        <PersonMails key={shown} sequenceId={sequence.id} candidateId={shown} of={people[at]} />
      ) : (
        <p className={styles.teach}>
          Nobody is in it yet. Choose people in <Link to="/candidates">Candidates</Link> or in a{' '}
          <Link to="/pools">pool</Link> and press Q; you see first who will get it, who will not and why.
        </p>
      )}
    </section>
  )
}
