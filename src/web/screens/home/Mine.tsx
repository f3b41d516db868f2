import { Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { PageBody } from '../../../design/parts/Page.tsx'
import { BandHead } from '../../../design/parts/Rows.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
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
  if (groups.length === 0) return <Nothing />
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

/** Who begins with an empty house is offered the first acts. */
const Nothing = () => {
  const may = {
    jobs: useMay('ats.manageJobs'),
    people: useMay('exchange.importPeople'),
    colleagues: useMay('accounts.manageUsers'),
  }
  const jobs = useAsk('ats.jobs', { limit: 1 }, { enabled: may.jobs })
  const isFirstDay = jobs.data?.jobs.length === 0
  return (
    <EmptyState
      title="Nothing waits for you"
      teaches="Replies to answer, applications to read, promises that come due, tasks and approvals stand here as soon as they are yours."
    >
      {isFirstDay && (
        <>
          <Button variant="filled" component={Link} to="/jobs" search={{ new: true } as never}>
            Set up a job
          </Button>
          {may.people && (
            <Button component={Link} to="/import">
              Bring the people you have
            </Button>
          )}
          {may.colleagues && (
            <Button component={Link} to="/settings" search={{ part: 'people' } as never}>
              Invite colleagues
            </Button>
          )}
        </>
      )}
    </EmptyState>
  )
}

const titles: Readonly<Record<GroupName, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  undated: 'Without a day',
}
