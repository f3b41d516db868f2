import type { ReactNode } from 'react'
import { Count } from './MoneyText.tsx'
import page from './page.module.css'
import styles from './rows.module.css'

/** Rows between hairlines: our answer to a box round a list. */
export const HairlineList = ({
  label,
  children,
}: {
  readonly label?: string
  readonly children: ReactNode
}) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

/** One row: a leading sign or face, the value with its meaning under it, what stands at the end. */
export const Row = ({
  lead,
  title,
  under,
  end,
  current,
  edge,
  children,
}: {
  readonly lead?: ReactNode
  readonly title?: ReactNode
  readonly under?: ReactNode
  readonly end?: ReactNode
  readonly current?: boolean
  /** Reaches to the page's edges (lists that fill a page). */
  readonly edge?: boolean
  readonly children?: ReactNode
}) => (
  <li>
    <div
      className={styles.row}
      data-tall={under ? true : undefined}
      data-current={current || undefined}
      data-edge={edge || undefined}
    >
      {lead}
      {(title || under) && (
        <div className={styles.two}>
          {title && <div className={styles.first}>{title}</div>}
          {under && <div className={styles.second}>{under}</div>}
        </div>
      )}
      {children}
      {end}
    </div>
  </li>
)

/** Head of a region within a page: name, what it means in one line, acts at the right. */
export const SectionHead = ({
  title,
  count,
  says,
  children,
}: {
  readonly title: ReactNode
  readonly count?: number
  readonly says?: ReactNode
  readonly children?: ReactNode
}) => (
  <div className={styles.section}>
    <h2>{title}</h2>
    {count !== undefined && (
      <span className={page.count}>
        <Count of={count} />
      </span>
    )}
    {says && <p>{says}</p>}
    {children && <div className={page.actions}>{children}</div>}
  </div>
)

/** Band between groups of a full-width list: "Today 3". */
export const BandHead = ({ count, children }: { readonly count?: number; readonly children: ReactNode }) => (
  <h2 className={styles.band}>
    {children}
    {count !== undefined && (
      <span className={page.count}>
        <Count of={count} />
      </span>
    )}
  </h2>
)

/** Labels and values, one a line. */
export const FactList = ({ children }: { readonly children: ReactNode }) => (
  <dl className={styles.facts}>{children}</dl>
)
export const FactRow = ({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

/** Fields of a form in one or two columns, 32 px high, label above; on a phone always one. */
export const FormFields = ({
  columns = 1,
  children,
}: {
  readonly columns?: 1 | 2
  readonly children: ReactNode
}) => (
  <div className={styles.fields} data-columns={columns}>
    {children}
  </div>
)
/** A field that takes the whole width among two columns. */
export const WideField = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.wide}>{children}</div>
)
