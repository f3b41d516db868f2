import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { useEffect, useRef } from 'react'
import { PageBody } from '../../../design/parts/Page.tsx'
import { BandHead } from '../../../design/parts/Rows.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import { DutyRow, type Opened } from './DutyRow.tsx'
import { type Duty, dutyKey, type GroupName } from './duty-groups.ts'
import styles from './home.module.css'

/** My duties in their groups. */
export const Mine = ({
  groups,
  open,
  form,
  onOpen,
  onClose,
}: {
  readonly groups: readonly { readonly group: GroupName; readonly duties: readonly Duty[] }[]
  readonly open: string | undefined
  /** What is open, and under which row. */
  readonly form: { readonly key: string; readonly act: Opened } | undefined
  readonly onOpen: (key: string, act: Opened) => void
  readonly onClose: (key: string) => void
}) => {
  const list = useRef<HTMLDivElement>(null)
  // In braces: where scrolling answers a promise, React would take it for what cleans up and stop the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row one walks to comes into sight.
  useEffect(() => {
    list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [open])
  // What opens under a row is what one came for: the first field takes the focus.
  useEffect(() => {
    if (!form) return
    const first = (field: string) => list.current?.querySelector<HTMLElement>(`.${styles.open} ${field}`)
    // A mail has its subject already.
    const find = () => first('textarea') ?? first(':is(select, input)')
    const timer = setTimeout(() => find()?.focus(), find() ? 0 : 300)
    return () => clearTimeout(timer)
  }, [form])
  if (groups.length === 0)
    return (
      <EmptyState
        title="Nothing waits for you"
        teaches="Replies to answer, applications to read, promises that come due, tasks and approvals stand here as soon as they are yours."
      />
    )
  return (
    <PageBody>
      <div ref={list}>
        {groups.map(({ group, duties }) => (
          <section key={group}>
            <BandHead count={duties.length}>
              {group === 'overdue' ? (
                <span className={styles.overdue}>
                  <IconAlertTriangle aria-hidden />
                  Overdue
                </span>
              ) : (
                titles[group]
              )}
            </BandHead>
            <ul aria-label={titles[group]}>
              {duties.map((duty) => {
                const key = dutyKey(duty)
                return (
                  <DutyRow
                    key={key}
                    duty={duty}
                    late={group === 'overdue'}
                    current={key === open}
                    opened={form?.key === key ? form.act : undefined}
                    onOpen={(opened) => onOpen(key, opened)}
                    onClose={() => onClose(key)}
                  />
                )
              })}
            </ul>
          </section>
        ))}
      </div>
    </PageBody>
  )
}

const titles: Readonly<Record<GroupName, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  undated: 'Without a day',
}
