import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { BottomBar, Page, PageHeader, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useReader } from '../../../design/reader.ts'
import { useAsk } from '../../api/use-ask.ts'
import { Bell } from '../../frame/Bell.tsx'
import { useMe } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import type { Opened } from './DutyRow.tsx'
import { dutyKey, groupDuties } from './duty-groups.ts'
import styles from './home.module.css'
import type { HomeSearch } from './home-search.ts'
import { Mine } from './Mine.tsx'
import { DoneToday, WaitingOnOthers } from './Others.tsx'

/** What waits for me, most urgent first, each finished in its row; nothing that is not mine. */
export const Home = () => {
  usePageTitle('Home')
  const { show, open } = useSearch({ strict: false }) as HomeSearch
  const navigate = useNavigate()
  const me = useMe()
  const reader = useReader()
  // The form belongs to its row: an answer that comes late closes only what it opened itself.
  const [form, setForm] = useState<{ readonly key: string; readonly act: Opened }>()
  const { data, error } = useAsk('views.home', {})
  const others = useAsk('views.homeOthers', { since: startOfToday() })
  const now = new Date()
  const groups = groupDuties(data?.duties ?? [], now, reader.zone)
  const all = groups.flatMap((group) => group.duties)
  const at = all.findIndex((duty) => dutyKey(duty) === open)
  const go = (key: string | undefined) => {
    setForm(undefined)
    void navigate({ to: '/', search: { show, open: key }, replace: true } as never)
  }
  const walk = (step: number) => {
    const next = all[at < 0 ? 0 : at + step]
    if (next) go(dutyKey(next))
  }
  // A finished row leaves; its place is kept by the one that follows.
  const [last, setLast] = useState(0)
  useEffect(() => {
    if (at >= 0) setLast(at)
  }, [at])
  useShortcuts(
    show === 'mine'
      ? {
          j: { label: 'Next duty', run: () => (at < 0 && open ? go(keyAt(last)) : walk(1)) },
          k: { label: 'Duty before', run: () => walk(-1) },
          Escape: form ? { label: 'Close what is open', run: () => setForm(undefined) } : undefined,
        }
      : {},
    { title: 'Home' },
  )
  const keyAt = (index: number) => {
    const duty = all[Math.min(index, all.length - 1)]
    return duty && dutyKey(duty)
  }
  const pills = [
    { show: 'mine', title: 'Mine', count: data?.duties.length },
    { show: 'waiting', title: 'Waiting on others', count: others.data?.waiting.length },
    { show: 'done', title: 'Done today', count: others.data?.done.length },
  ] as const
  return (
    <Page>
      <PageHeader
        title="Home"
        pills={
          <PillNav label="Duties">
            {pills.map((pill) => (
              <Pill
                key={pill.show}
                as={Link}
                to="/"
                search={{ show: pill.show }}
                current={show === pill.show}
                {...(pill.count === undefined ? {} : { count: pill.count })}
              >
                {pill.title}
              </Pill>
            ))}
          </PillNav>
        }
      >
        {me && (
          <span className={styles.phoneBell}>
            <Bell me={me} />
          </span>
        )}
        <span className={styles.today}>
          {now.toLocaleDateString(reader.locale, {
            timeZone: reader.zone,
            weekday: 'long',
            day: 'numeric',
            month: 'long',
          })}
        </span>
      </PageHeader>
      {error && !data ? (
        <ErrorState happened={error.message} safe="Nothing was changed." todo="Try again in a moment." />
      ) : !data || !others.data ? (
        <RowSkeletons />
      ) : show === 'waiting' ? (
        <WaitingOnOthers waiting={others.data.waiting} />
      ) : show === 'done' ? (
        <DoneToday done={others.data.done} />
      ) : (
        <Mine
          groups={groups}
          open={open}
          form={form}
          onOpen={(key, opened) => {
            go(key)
            setForm({ key, act: opened })
          }}
          onClose={(key) => setForm((was) => (was?.key === key ? undefined : was))}
        />
      )}
      <BottomBar>
        <span>
          {show === 'mine'
            ? 'Most urgent first'
            : show === 'waiting'
              ? 'Longest waiting first'
              : 'Newest first'}
        </span>
        {show === 'mine' && <span>Up to a week ahead</span>}
      </BottomBar>
    </Page>
  )
}

const startOfToday = (): string => {
  const day = new Date()
  day.setHours(0, 0, 0, 0)
  return day.toISOString()
}
