import { ActionIcon, Indicator, Popover } from '@mantine/core'
import IconBell from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import { Link } from '@tanstack/react-router'
import { FactList, FactRow } from '../../design/parts/Rows.tsx'
import type { Me } from './me.ts'
import { usePages } from './use-pages.ts'

/** What waits for me, wherever I am: each line is a door to where it can be finished. */
export const Bell = ({ me }: { readonly me: Me }) => {
  const waiting = usePages().flatMap((page) => (page.count ? [{ ...page, waits: page.count(me) }] : []))
  const total = waiting.reduce((sum, page) => sum + page.waits, 0)
  return (
    <Popover position="top-start" width={232}>
      <Popover.Target>
        <ActionIcon
          aria-label={total > 0 ? `Notifications, ${total} waiting` : 'Notifications, nothing waiting'}
        >
          <Indicator disabled={total === 0} size={6} color="accent" offset={1}>
            <IconBell />
          </Indicator>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        {total === 0 ? (
          'Nothing waits for you.'
        ) : (
          <FactList>
            {waiting.map((page) => (
              <FactRow key={page.to} label={page.title}>
                <Link to={page.to} className="said-link">
                  {page.waits} waiting
                </Link>
              </FactRow>
            ))}
          </FactList>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
