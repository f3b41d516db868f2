import { Button, Menu } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { InkNote, SelectionBar } from '../../../design/parts/SelectionBar.tsx'
import { ask } from '../../api/client.ts'
import { useMe } from '../../frame/me.ts'
import { useActs } from '../../frame/palette-store.ts'
import { WriteDialog } from '../compose/WriteDialog.tsx'
import { ConsiderDialog } from '../consider/ConsiderDialog.tsx'
import { MergeDialog } from '../duplicates/MergeDialog.tsx'
import { EnrolDialog } from '../outreach/EnrolDialog.tsx'
import { AddToPoolDialog } from '../pools/AddToPoolDialog.tsx'
import { MoveDialog } from '../pools/MoveDialog.tsx'
import { takeOut } from '../pools/pool-acts.ts'
import { ReadinessDialog } from '../pools/ReadinessDialog.tsx'
import { SnoozeDialog } from '../pools/SnoozeDialog.tsx'
import { DoNotContactDialog } from './DoNotContactDialog.tsx'
import { FileDialog } from './FileDialog.tsx'
import { useListPlace } from './list-place.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { actsOn, type What } from './offered-acts.ts'
import { TagDialog } from './TagDialog.tsx'
import type { useCandidateList } from './use-candidate-list.ts'
import { useQuestion } from './use-candidates-search.ts'
import { useChosen } from './use-chosen.ts'

/** What can be done with everyone chosen: each act says first whom it reaches, and can be taken back. */
export const ActsOnChosen = ({
  chosen,
  onChoose,
  list,
}: {
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: ReadonlySet<string>) => void
  readonly list: ReturnType<typeof useCandidateList>
}) => {
  const [what, setWhat] = useState<What>()
  const { words, filters } = useQuestion()
  const { pool } = useListPlace()
  const permissions = useMe()?.permissions
  const ids = useMemo(() => [...chosen], [chosen])
  const together = useChosen(ids)
  const { first, rest } = useMemo(
    () => actsOn(ids.length, pool !== undefined, permissions ?? []),
    [permissions, ids.length, pool],
  )
  const acts = useMemo(() => [...first, ...rest], [first, rest])
  const begin = (act: What) => {
    if (act === 'out' && pool) void takeOut(pool, ids).then((done) => done && onChoose(new Set()))
    else setWhat(act)
  }
  const latest = useRef(begin)
  latest.current = begin
  useShortcuts(
    Object.fromEntries(acts.map(({ key, label, what }) => [key, { label, run: () => begin(what) }])),
    { title: 'Chosen rows', enabled: ids.length > 0 },
  )
  useActs(
    useMemo(
      () =>
        ids.length === 0
          ? undefined
          : {
              title: `Do with the ${ids.length} selected`,
              acts: acts.map(({ what, label, key, Icon }) => ({
                id: what,
                label,
                icon: <Icon />,
                keys: key,
                run: () => latest.current(what),
              })),
            },
      [acts, ids.length],
    ),
  )
  const all = async () => {
    onChoose(new Set((await ask('views.candidateIds', { words, filters })).ids))
  }
  const done = () => {
    setWhat(undefined)
    onChoose(new Set())
  }
  const dialog = { ids, together, opened: true, onClose: () => setWhat(undefined), onDone: done }
  return (
    <>
      <SelectionBar
        count={ids.length}
        total={list.count?.more ? list.count.count + 1 : list.count?.count}
        onAll={() => void all()}
        onClear={() => onChoose(new Set())}
      >
        {together && (together.inProcess > 0 || together.doNotContact > 0) && (
          <InkNote>
            {[
              together.inProcess > 0 && `${together.inProcess} in process`,
              together.doNotContact > 0 && `${together.doNotContact} not to be contacted`,
            ]
              .filter(Boolean)
              .join(', ')}
          </InkNote>
        )}
        {first.map(({ what, label, key, Icon }) => (
          <Button
            key={what}
            variant="ink"
            leftSection={<Icon />}
            rightSection={<KeyCap keys={key} />}
            onClick={() => begin(what)}
          >
            {label}
          </Button>
        ))}
        {rest.length > 0 && (
          <Menu position="top-end">
            <Menu.Target>
              <Button variant="ink">More</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {rest.map(({ what, label, key, Icon }) => (
                <Menu.Item
                  key={what}
                  leftSection={<Icon />}
                  rightSection={<KeyCap keys={key} />}
                  onClick={() => begin(what)}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </SelectionBar>
      {what === 'write' && (
        <WriteDialog
          ids={ids}
          purpose={together && together.inProcess === ids.length ? 'process' : 'outreach'}
          onClose={() => setWhat(undefined)}
          onDone={done}
        />
      )}
      {what === 'enrol' && <EnrolDialog ids={ids} onClose={() => setWhat(undefined)} onDone={done} />}
      {what === 'pool' && <AddToPoolDialog {...dialog} />}
      {what === 'move' && pool && <MoveDialog {...dialog} pool={pool} />}
      {what === 'snooze' && <SnoozeDialog {...dialog} />}
      {what === 'readiness' && <ReadinessDialog {...dialog} />}
      {what === 'consider' && <ConsiderDialog ids={ids} onClose={() => setWhat(undefined)} onDone={done} />}
      {what === 'tag' && <TagDialog {...dialog} />}
      {what === 'owner' && <OwnerDialog {...dialog} />}
      {what === 'note' && <NoteDialog {...dialog} />}
      {what === 'file' && <FileDialog {...dialog} />}
      {what === 'hold' && <DoNotContactDialog {...dialog} />}
      {what === 'merge' && <MergeDialog ids={ids} onClose={() => setWhat(undefined)} onDone={done} />}
    </>
  )
}
