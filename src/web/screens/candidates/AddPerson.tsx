import { Button, SegmentedControl } from '@mantine/core'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import styles from './candidates.module.css'
import { DropResumes } from './DropResumes.tsx'
import { PersonForm } from './PersonForm.tsx'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** Puts people on record: one by hand, or many from their résumés. */
export const AddPerson = () => {
  const [search, change] = useCandidatesSearch()
  const close = () => change({ add: undefined }, { replace: true })
  if (!search.add) return null
  return (
    <Dialog opened title="Add people" onClose={close} size={640}>
      <div className={styles.form}>
        <SegmentedControl
          aria-label="How"
          data={[
            { value: 'form', label: 'One by hand' },
            { value: 'files', label: 'From résumés' },
          ]}
          value={search.add}
          onChange={(add) => change({ add: add as 'form' | 'files' }, { replace: true })}
        />
        {search.add === 'form' ? (
          <PersonForm
            onDone={(candidateId) => change({ add: undefined, open: candidateId }, { replace: true })}
          >
            <Button variant="subtle" onClick={close}>
              Cancel
            </Button>
          </PersonForm>
        ) : (
          <DropResumes onClose={close} />
        )}
      </div>
    </Dialog>
  )
}
