import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { doingOf } from '../candidates/columns.tsx'
import headStyles from './head.module.css'
import styles from './person.module.css'
import type { Person } from './use-person.ts'

/** Finds the other record of the same person. */
export const MergeWithDialog = ({
  person,
  onClose,
  onChosen,
}: {
  readonly person: Person
  readonly onClose: () => void
  readonly onChosen: (candidateId: string) => void
}) => {
  const [words, setWords] = useState(person.name)
  const found = useAsk('views.candidates', { words, limit: 8 }, { enabled: words.trim() !== '' }).data
  const others = found?.rows.filter(({ id }) => id !== person.id) ?? []
  return (
    <Dialog opened onClose={onClose} title={`Which record is also ${person.name}?`}>
      <SearchBox value={words} onSearch={setWords} label="Name, mail, phone" takesFocus />
      <HairlineList label="Records">
        {others.map((other) => (
          <Row key={other.id}>
            <UnstyledButton className={styles.point} onClick={() => onChosen(other.id)}>
              <span className={headStyles.who}>
                <Face id={other.id} name={other.name} />
                <span>
                  <Name>{other.name}</Name>
                  <span className={styles.quiet}> {doingOf(other)}</span>
                </span>
              </span>
            </UnstyledButton>
          </Row>
        ))}
      </HairlineList>
      {found && others.length === 0 && <p className={styles.quiet}>Nobody else is found by these words.</p>}
    </Dialog>
  )
}
