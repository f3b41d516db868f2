import { Checkbox, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Row } from '../../../design/parts/Rows.tsx'
import styles from './candidates.module.css'
import type { Resume } from './use-resumes.ts'

/** One résumé on its way to a person: what was read of it, then what became of it. */
export const ResumeRow = ({
  row,
  onChange,
}: {
  readonly row: Resume
  readonly onChange: (part: Partial<Pick<Resume, 'name' | 'email' | 'keep'>>) => void
}) => {
  if (row.outcome)
    return (
      <Row
        title={row.name || row.fileName}
        under={row.outcome.says}
        end={
          row.outcome.candidateId && (
            <Link to="/candidates/$candidateId" params={{ candidateId: row.outcome.candidateId }}>
              Show
            </Link>
          )
        }
      />
    )
  if (row.state === 'waiting' || row.state === 'reading')
    return <Row title={row.fileName} under={row.state === 'waiting' ? 'Being sent' : 'Being read'} />
  return (
    <Row
      lead={
        <Checkbox
          aria-label={`Add ${row.name || row.fileName}`}
          checked={row.keep}
          onChange={(event) => onChange({ keep: event.currentTarget.checked })}
        />
      }
    >
      <div style={{ flex: 1, minWidth: 0 }}>
        <Group2>
          <TextInput
            aria-label={`Name in ${row.fileName}`}
            placeholder="Name"
            value={row.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Mail in ${row.fileName}`}
            placeholder="Mail"
            value={row.email}
            onChange={(event) => onChange({ email: event.currentTarget.value })}
          />
        </Group2>
        <div className={styles.fileSays}>
          {row.fileName}
          {row.says && `: ${row.says}`}
        </div>
      </div>
    </Row>
  )
}

const Group2 = ({ children }: { readonly children: React.ReactNode }) => (
  <div style={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 8 }}>{children}</div>
)
