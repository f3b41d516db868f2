import { ActionIcon, Button, Indicator, Popover } from '@mantine/core'
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../design/parts/DateText.tsx'
import { useAsk, useCall } from '../api/use-ask.ts'
import bell from './bell.module.css'
import type { Me } from './me.ts'
import { doorOf, toldWords } from './told-words.ts'

/** What I was told, newest first; each line is a door to it, and reading it puts it out. */
export const Bell = ({ me }: { readonly me: Me }) => {
  const [opened, setOpened] = useState(false)
  const told = useAsk('views.notifications', { limit: 30 }, { enabled: opened }).data ?? []
  const read = useCall('accounts.readNotifications', {
    optimistic: ({ ids }, change) => {
      const isRead = (id: string) => ids === 'all' || ids.includes(id)
      change('views.notifications', (all) =>
        all.map((one) => (isRead(one.id) ? { ...one, isRead: true } : one)),
      )
    },
    freshens: ['accounts.me', 'views.notifications', 'views.home', 'views.sideBarCounts'],
  })
  const { unread } = me.counts
  return (
    <Popover position="top-start" width={360} opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={
            unread > 0 ? `Notifications, ${unread > 99 ? '99+' : unread} unread` : 'Notifications, all read'
          }
          onClick={() => setOpened(!opened)}
        >
          <Indicator disabled={unread === 0} size={6} color="accent" offset={1}>
            <IconBell />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Notifications">
        <div className={bell.head}>
          <b>Notifications</b>
          {unread > 0 && (
            <Button variant="subtle" onClick={() => void read.run({ ids: 'all' })}>
              All read
            </Button>
          )}
        </div>
        {told.length === 0 ? (
          <p className={bell.none}>Replies, mentions, approvals and what was given to you are told here.</p>
        ) : (
          <ul className={bell.list}>
            {told.map((one) => (
              <li key={one.id}>
                <Link
                  to={doorOf(one) as never}
                  className={bell.told}
                  data-unread={!one.isRead || undefined}
                  onClick={() => {
                    setOpened(false)
                    if (!one.isRead) void read.run({ ids: [one.id] })
                  }}
                >
                  <span>
                    {!one.isRead && <i aria-hidden />}
                    {toldWords(one)}
                  </span>
                  <small>
                    {one.jobTitle && <>{one.jobTitle}, </>}
                    <DateText at={one.at} as="ago" />
                  </small>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
