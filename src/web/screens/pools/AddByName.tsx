import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { doingOf } from '../candidates/columns.tsx'
import { addPeople } from './pool-acts.ts'
import styles from './pools.module.css'

/** Finds people by name or anything else on record and puts one after the other into the pool. */
export const AddByName = ({
  pool,
  onClose,
}: {
  readonly pool: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}) => {
  const [words, setWords] = useState('')
  const asked = words.trim() !== ''
  const found = useAsk('views.candidates', { words, limit: 8 }, { enabled: asked }).data
  const here = useAsk(
    'views.candidates',
    { words, filters: { pools: [pool.id] }, limit: 100 },
    { enabled: asked },
  ).data
  const members = new Set(here?.rows.map(({ id }) => id))
  const rows = asked ? (found?.rows ?? []) : []
  return (
    <Dialog opened onClose={onClose} title={`Add people to ${pool.name}`} size={560}>
      <div className={styles.form}>
        <SearchBox value={words} onSearch={setWords} label="Names, mails, skills, résumé text" takesFocus />
        <HairlineList label="People found">
          {rows.map((person) => (
            <Row
              key={person.id}
              lead={<Face id={person.id} name={person.name} />}
              title={<Name>{person.name}</Name>}
              under={doingOf(person)}
              end={
                members.has(person.id) ? (
                  <span className={styles.unknown}>In it already</span>
                ) : person.doNotContact ? (
                  <span className={styles.unknown}>Not to be contacted</span>
                ) : (
                  <Button aria-label={`Add ${person.name}`} onClick={() => void addPeople(pool, [person.id])}>
                    Add
                  </Button>
                )
              }
            />
          ))}
        </HairlineList>
        {!asked && <p className={styles.unknown}>Many at once: choose them in Candidates and press P.</p>}
        {asked && found && rows.length === 0 && (
          <p className={styles.unknown}>Nobody is found by these words.</p>
        )}
      </div>
    </Dialog>
  )
}
