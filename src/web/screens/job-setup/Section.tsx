import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Refusal } from '../../api/client.ts'
import styles from './setup.module.css'

/** One part of the set-up: what it is for, its rows, and what keeps a change. */
export const Section = ({
  id,
  title,
  says,
  add,
  isChanged,
  saving,
  refusal,
  onSave,
  onDrop,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly add?: ReactNode
  readonly isChanged?: boolean
  readonly saving?: boolean
  readonly refusal?: Refusal | undefined
  readonly onSave?: () => void
  readonly onDrop?: () => void
  readonly children: ReactNode
}) => (
  <section id={id} className={styles.section} aria-label={title}>
    <SectionHead title={title} says={says}>
      {add}
      {isChanged && (
        <>
          <Button variant="subtle" onClick={onDrop}>
            Put back
          </Button>
          <Button variant="light" loading={saving} onClick={onSave}>
            Save {title.toLowerCase()}
          </Button>
        </>
      )}
    </SectionHead>
    {refusal && <Refused>{refusal.says}</Refused>}
    {children}
  </section>
)
