import { RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { PaperText } from '../parts/PaperText.tsx'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import type { Person } from './use-person.ts'

/** The text of a file that a browser can't draw, or why there is none. */
export const FileText = ({
  file,
  because,
}: {
  readonly file: Person['files'][number]
  readonly because?: string
}) => {
  const { data: read, error } = useAsk('documents.reading', { id: file.id })
  if (error) return <p>{error.refusal.says}</p>
  if (!read) return <RowSkeletons rows={8} />
  return (
    <>
      {(because || read.says) && <p className={styles.quiet}>{because ?? read.says}</p>}
      {read.text ? (
        <div className={paperStyles.plain}>
          <PaperText pieces={[{ text: read.text }]} show={({ text }) => text} />
        </div>
      ) : (
        <p>
          {read.state === 'stored' || read.state === 'reading'
            ? 'The file is being read.'
            : 'The original can be downloaded above.'}
        </p>
      )}
    </>
  )
}
