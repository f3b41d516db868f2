import { Button, SegmentedControl } from '@mantine/core'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import IconStack2 from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { AddFilter, FilterChip, FilterChips } from '../../../design/parts/FilterChips.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { BottomBar, Page, PageHeader, PageLine, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { InkNote, SelectionBar } from '../../../design/parts/SelectionBar.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { VirtualGrid } from '../../../design/parts/VirtualGrid.tsx'
import { useActs } from '../../frame/palette-store.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { columns } from './columns.tsx'
import { OtherParts } from './OtherParts.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { people } from './sample.ts'

/** Development only: every part in use, with invented people; the test page of the design. */
export const Parts = () => {
  usePageTitle('Parts')
  const [view, setView] = useState('grid')
  const [words, setWords] = useState('“point cloud” rust')
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [europe, setEurope] = useState(true)
  const [cursor, setCursor] = useState('person-0')
  const { open } = useSearch({ from: '/team/parts' })
  const navigate = useNavigate()
  const show = (id: string | undefined) => void navigate({ to: '/parts', search: id ? { open: id } : {} })
  const step = (by: number) => {
    const to = people[people.findIndex((person) => person.id === open) + by]
    if (!to) return
    setCursor(to.id)
    show(to.id)
  }
  const add = () =>
    offerUndo({
      says: `Added ${chosen.size} to Perception, EU`,
      follows: 'Nobody is written to',
      undo: () => undefined,
    })
  useShortcuts({ p: { label: 'Add to pool', run: add } }, { title: 'Chosen rows', enabled: chosen.size > 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the acts change with the number of rows only.
  const acts = useMemo(
    () =>
      chosen.size === 0
        ? undefined
        : {
            title: `Do with the ${chosen.size} selected`,
            acts: [
              {
                id: 'pool',
                label: 'Add to pool Perception, EU',
                says: '2 are already in it',
                icon: <IconStack2 />,
                keys: 'p',
                run: add,
              },
              {
                id: 'no',
                label: 'Reject on Senior Perception Engineer',
                blocked: 'Nobody of them has applied',
                run: add,
              },
            ],
          },
    [chosen.size],
  )
  useActs(acts)
  return (
    <Page>
      <PageHeader
        title="Parts"
        pills={
          <PillNav label="Views">
            <Pill current={view === 'grid'} count={people.length} onClick={() => setView('grid')}>
              List
            </Pill>
            <Pill current={view === 'rest'} onClick={() => setView('rest')}>
              All other parts
            </Pill>
          </PillNav>
        }
      >
        <Button variant="filled" rightSection={<KeyCap keys="a" />}>
          Add person
        </Button>
      </PageHeader>
      {view === 'rest' ? (
        <OtherParts />
      ) : (
        <>
          <PageLine>
            <SearchBox
              value={words}
              onSearch={setWords}
              label="Names, mails, skills, résumé text"
              found="214 found"
            />
            <Button leftSection={<IconFilter />} rightSection={<KeyCap keys="f" />}>
              Filter
            </Button>
            <SegmentedControl data={['Table', 'Board']} aria-label="Shown as" />
          </PageLine>
          <PageLine ruled>
            <FilterChips>
              <FilterChip
                label="Lives in"
                says="Europe, or will move"
                on={europe}
                onToggle={() => setEurope(!europe)}
              />
              <FilterChip label="Engaged" count={61} onToggle={() => undefined} />
              <FilterChip label="Free to contact" count={1152} onToggle={() => undefined} />
              <AddFilter />
            </FilterChips>
          </PageLine>
          <VirtualGrid
            label="People"
            rows={people}
            columns={columns}
            keyOf={(person) => person.id}
            nameOf={(person) => person.name}
            cursor={cursor}
            onCursor={setCursor}
            selected={chosen}
            onSelect={setChosen}
            onOpen={(person) => show(person.id)}
          />
          <SelectionBar
            count={chosen.size}
            total={people.length}
            onAll={() => setChosen(new Set(people.map((p) => p.id)))}
            onClear={() => setChosen(new Set())}
          >
            <Button
              variant="ink"
              leftSection={<IconStack2 />}
              rightSection={<KeyCap keys="p" />}
              onClick={add}
            >
              Add to pool
            </Button>
            <Button variant="ink" leftSection={<IconSend />}>
              Start sequence
            </Button>
            <InkNote>3 can get it, 1 in process</InkNote>
          </SelectionBar>
          <PersonPanel
            person={people.find((person) => person.id === open)}
            onClose={() => show(undefined)}
            onStep={step}
          />
          <BottomBar leftOut="3 not shown: on confidential jobs, ask Priya Raghunathan">
            <span>214 of 48,316 people</span>
            <span>Sorted by best evidence</span>
          </BottomBar>
        </>
      )}
    </Page>
  )
}
