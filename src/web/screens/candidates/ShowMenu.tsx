import { Button, Menu } from '@mantine/core'
import IconArrowsSort from '@tabler/icons-react/dist/esm/icons/IconArrowsSort.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconColumns from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs'
import { questionOf } from './candidates-search.ts'
import { columnsFor } from './columns.tsx'
import { useListPlace } from './list-place.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** Order and columns of the list. */
export const ShowMenu = ({ asked }: { readonly asked: boolean }) => {
  const [search, change] = useCandidatesSearch()
  const { sort } = questionOf(search)
  const { pool } = useListPlace()
  const hidden = search.hide ?? []
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button leftSection={<IconArrowsSort />}>{orders[sort]}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(orders) as (typeof sort)[])
            .filter((one) => asked || one !== 'relevance')
            .map((one) => (
              <Menu.Item
                key={one}
                rightSection={one === sort && <IconCheck aria-label="now" />}
                onClick={() => change({ sort: one })}
              >
                {orders[one]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start" closeOnItemClick={false}>
        <Menu.Target>
          <Button visibleFrom="sm" leftSection={<IconColumns />}>
            Columns
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {columnsFor(asked, pool !== undefined)
            .slice(1)
            .map(({ key, title }) => (
              <Menu.CheckboxItem
                key={key}
                checked={!hidden.includes(key)}
                onChange={() => {
                  const next = hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]
                  change({ hide: next.length > 0 ? next : undefined }, { replace: true })
                }}
              >
                {title}
              </Menu.CheckboxItem>
            ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

const orders = { relevance: 'Best evidence', recent: 'Last activity', name: 'Name' } as const
