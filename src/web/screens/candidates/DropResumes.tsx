import { Button, FileButton, Group } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { HairlineList } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import styles from './candidates.module.css'
import { people } from './people-words.ts'
import { ResumeRow } from './ResumeRow.tsx'
import { useResumes } from './use-resumes.ts'

/** Many résumés at once, or an archive of them: each is read, shown, corrected where needed, and becomes a person. */
export const DropResumes = ({ onClose }: { readonly onClose: () => void }) => {
  const resumes = useResumes()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void resumes.take([...event.dataTransfer.files])
  }
  const ready = resumes.rows.filter((row) => row.outcome === undefined && row.keep && row.name.trim() !== '')
  const added = resumes.rows.filter((row) => row.outcome?.ok).length
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard. */}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>Drop résumés here, or a zip of them</span>
        <FileButton multiple onChange={(files) => void resumes.take(files)}>
          {(props) => <Button {...props}>Choose files</Button>}
        </FileButton>
        <small>PDF, Word, text, images and scans; 10 MB each, 200 at once. The originals are kept.</small>
      </div>
      {resumes.leftOut.length > 0 && <Refused>Left out: {resumes.leftOut.join('; ')}</Refused>}
      {resumes.refusal && <Refused>{resumes.refusal}</Refused>}
      {resumes.rows.length > 0 && (
        <div className={styles.files}>
          <HairlineList label="Résumés">
            {resumes.rows.map((row) => (
              <ResumeRow key={row.key} row={row} onChange={(part) => resumes.change(row.key, part)} />
            ))}
          </HairlineList>
        </div>
      )}
      <Group justify="end" gap={8}>
        {resumes.reading > 0 && <span className={styles.hint}>{resumes.reading} still being read</span>}
        <Button variant="subtle" onClick={onClose}>
          {added > 0 ? 'Close' : 'Cancel'}
        </Button>
        <Button
          variant="filled"
          disabled={ready.length === 0 || resumes.reading > 0}
          loading={resumes.adding}
          onClick={() => void resumes.add()}
        >
          Add {people(ready.length)}
        </Button>
      </Group>
    </>
  )
}
