import { Skeleton } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import type { ReactNode } from 'react'
import styles from './states.module.css'

/** Nothing here yet: what will stand here, and the first act towards it. */
export const EmptyState = ({
  title,
  teaches,
  children,
}: {
  readonly title: string
  readonly teaches: ReactNode
  /** The first act. */
  readonly children?: ReactNode
}) => (
  <div className={styles.state}>
    <h2>{title}</h2>
    <p>{teaches}</p>
    {children && <div className={styles.acts}>{children}</div>}
  </div>
)

/** Something failed: what happened, what is safe, what to do. */
export const ErrorState = ({
  happened,
  safe,
  todo,
  children,
}: {
  readonly happened: string
  readonly safe: ReactNode
  readonly todo: ReactNode
  readonly children?: ReactNode
}) => (
  <div className={styles.state} role="alert">
    <h2>{happened}</h2>
    <p>{safe}</p>
    <p>{todo}</p>
    {children && <div className={styles.acts}>{children}</div>}
  </div>
)

/** Why an act was refused or is blocked, in place, beside the act: ink with a sign, not red. */
export const Refused = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.inline} role="alert">
    <IconAlertTriangle aria-hidden />
    <div>{children}</div>
  </div>
)

/** Rows to come, in the place and height of the real ones; not seen when they come within 300 ms. */
export const RowSkeletons = ({
  rows = 8,
  height = 52,
}: {
  readonly rows?: number
  readonly height?: number
}) => (
  <div className={styles.late} aria-hidden="true">
    {Array.from({ length: rows }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: bones have no other name.
      <div key={at} className={styles.bones} style={{ height }}>
        <Skeleton circle height={24} />
        <Skeleton height={10} width={`${28 + ((at * 13) % 24)}%`} />
      </div>
    ))}
  </div>
)
