import { ActionIcon, Button, Menu, Popover, Switch, TextInput } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Pill, PillNav } from '../../../design/parts/Page.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import styles from './candidates.module.css'
import { questionOf, savedSearchOf, searchOfView } from './candidates-search.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'

type View = OutputOf<Queries, 'accounts.savedViews'>[number]

/** The views one saved and those colleagues share; each is a link. */
export const SavedViews = () => {
  const [search] = useCandidatesSearch()
  const views = useAsk('accounts.savedViews', { screen: 'candidates' }, { staleTime: 60_000 }).data ?? []
  const current = views.find(({ id }) => id === search.view)
  const isPlain = savedSearchOf(search) === '{}'
  return (
    <>
      <PillNav label="Views">
        <Pill as={Link} to="/candidates" search={{}} activeOptions={exactly} current={!current && isPlain}>
          All people
        </Pill>
        {views.map((view) => (
          <ViewPill key={view.id} view={view} current={view.id === current?.id} />
        ))}
      </PillNav>
      {current ? <ViewMenu view={current} /> : !isPlain && <SaveView />}
    </>
  )
}

const ViewPill = ({ view, current }: { readonly view: View; readonly current: boolean }) => {
  const search = searchOfView(view.search)
  const { count } =
    useAsk('views.candidates', { ...questionOf(search), sort: 'recent', limit: 1 }, { staleTime: 60_000 })
      .data ?? {}
  return (
    <Pill
      as={Link}
      to="/candidates"
      search={{ ...search, view: view.id }}
      activeOptions={exactly}
      current={current}
      count={count && !count.more ? count.count : undefined}
      title={view.shared ? `Shared by ${view.ownerName}` : undefined}
    >
      {view.name}
    </Pill>
  )
}

// Any search is under the whole list; a pill is where one is only when nothing else is asked.
const exactly = { exact: true, includeSearch: true } as const

const SaveView = () => {
  const [search, change] = useCandidatesSearch()
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const mayShare = useMay('accounts.shareViews')
  const save = useCall('accounts.saveView', {
    freshens: ['accounts.savedViews'],
    done: (answer) => {
      if (!answer.ok) return
      setOpened(false)
      change({ view: answer.value.id }, { replace: true })
    },
  })
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label="Save this view" title="Save this view" onClick={() => setOpened(!opened)}>
          <IconPlus />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.saveView}
          onSubmit={(event) => {
            event.preventDefault()
            void save.run({ screen: 'candidates', name: name.trim(), search: savedSearchOf(search), shared })
          }}
        >
          <TextInput
            label="Name of this view"
            placeholder="Rust perception"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
            required
            maxLength={100}
          />
          {mayShare && (
            <Switch
              label="Colleagues see it too"
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          {save.refusal && <Refused>{save.refusal.says}</Refused>}
          <Button type="submit" variant="filled" loading={save.running} disabled={name.trim() === ''}>
            Save view
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

const ViewMenu = ({ view }: { readonly view: View }) => {
  const [search, change] = useCandidatesSearch()
  const me = useMe()
  const save = useCall('accounts.saveView', { freshens: ['accounts.savedViews'] })
  const drop = useCall('accounts.deleteViews', { freshens: ['accounts.savedViews'] })
  const isChanged = savedSearchOf(search) !== savedSearchOf(searchOfView(view.search))
  if (view.ownerId !== me?.user.id) return isChanged ? <SaveView /> : null
  const kept = {
    screen: view.screen,
    name: view.name,
    search: view.search,
    shared: view.shared,
    position: view.position,
  }
  const remove = async () => {
    const answer = await drop.run({ ids: [view.id] })
    if (!answer.ok) return
    change({ view: undefined }, { replace: true })
    offerUndo({ says: `Deleted the view ${view.name}`, undo: () => save.run(kept) })
  }
  return (
    <>
      {isChanged && (
        <Button
          variant="subtle"
          loading={save.running}
          onClick={() => void save.run({ ...kept, id: view.id, search: savedSearchOf(search) })}
        >
          Save changes
        </Button>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon aria-label={`The view ${view.name}`}>
            <IconDots />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save.run({ ...kept, id: view.id, shared: !view.shared })}>
            {view.shared ? 'Keep it to myself' : 'Share with colleagues'}
          </Menu.Item>
          <Menu.Item onClick={() => void remove()}>Delete the view</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
