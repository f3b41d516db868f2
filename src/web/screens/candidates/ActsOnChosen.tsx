import { Button, Menu } from '@mantine/core'
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconFilePlus from '@tabler/icons-react/dist/esm/icons/IconFilePlus.mjs'
import IconGitMerge from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import IconTag from '@tabler/icons-react/dist/esm/icons/IconTag.mjs'
import IconUserCheck from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs'
import { useMemo, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { InkNote, SelectionBar } from '../../../design/parts/SelectionBar.tsx'
import { ask } from '../../api/client.ts'
import { useMe } from '../../frame/me.ts'
import { useActs } from '../../frame/palette-store.ts'
import { WriteDialog } from '../compose/WriteDialog.tsx'
import { MergeDialog } from '../duplicates/MergeDialog.tsx'
import { questionOf } from './candidates-search.ts'
import { DoNotContactDialog } from './DoNotContactDialog.tsx'
import { FileDialog } from './FileDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { TagDialog } from './TagDialog.tsx'
import type { useCandidateList } from './use-candidate-list.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'
import { useChosen } from './use-chosen.ts'

type What = 'write' | 'tag' | 'owner' | 'note' | 'file' | 'hold' | 'merge'

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
  const [search] = useCandidatesSearch()
  const permissions = useMe()?.permissions
  const ids = useMemo(() => [...chosen], [chosen])
  const together = useChosen(ids)
  const acts = useMemo(
    () =>
      offered.filter(
        ({ needs, most }) =>
          permissions?.includes(needs) && ids.length <= (most ?? 5000) && ids.length >= (most ? 2 : 1),
      ),
    [permissions, ids.length],
  )
  const rare = acts.filter((act) => act.rare)
  useShortcuts(
    Object.fromEntries(acts.map(({ key, label, what }) => [key, { label, run: () => setWhat(what) }])),
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
                run: () => setWhat(what),
              })),
            },
      [acts, ids.length],
    ),
  )
  const all = async () => {
    const { words, filters } = questionOf(search)
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
        {acts
          .filter(({ rare }) => !rare)
          .map(({ what, label, key, Icon }) => (
            <Button
              key={what}
              variant="ink"
              leftSection={<Icon />}
              rightSection={<KeyCap keys={key} />}
              onClick={() => setWhat(what)}
            >
              {label}
            </Button>
          ))}
        {rare.length > 0 && (
          <Menu position="top-end">
            <Menu.Target>
              <Button variant="ink">More</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {rare.map(({ what, label, key, Icon }) => (
                <Menu.Item
                  key={what}
                  leftSection={<Icon />}
                  rightSection={<KeyCap keys={key} />}
                  onClick={() => setWhat(what)}
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
      {what === 'tag' && <TagDialog {...dialog} />}
      {what === 'owner' && <OwnerDialog {...dialog} />}
      {what === 'note' && <NoteDialog {...dialog} />}
      {what === 'file' && <FileDialog {...dialog} />}
      {what === 'hold' && <DoNotContactDialog {...dialog} />}
      {what === 'merge' && <MergeDialog ids={ids} onClose={() => setWhat(undefined)} onDone={done} />}
    </>
  )
}

const offered: readonly {
  readonly what: What
  readonly label: string
  readonly key: string
  readonly Icon: typeof IconTag
  readonly needs: string
  /** Takes at least two and at most so many. */
  readonly most?: number
  /** Stands behind More. */
  readonly rare?: true
}[] = [
  { what: 'write', label: 'Write', key: 'e', Icon: IconMail, needs: 'messaging.write' },
  { what: 'tag', label: 'Tag', key: 't', Icon: IconTag, needs: 'candidates.edit' },
  { what: 'owner', label: 'Owner', key: 'o', Icon: IconUserCheck, needs: 'candidates.edit' },
  { what: 'note', label: 'Note', key: 'n', Icon: IconNote, needs: 'candidates.note' },
  {
    what: 'file',
    label: 'Add file',
    key: 'u',
    Icon: IconFilePlus,
    needs: 'documents.addFiles',
    rare: true,
  },
  {
    what: 'merge',
    label: 'Merge',
    key: 'm',
    Icon: IconGitMerge,
    needs: 'candidates.merge',
    most: 5,
    rare: true,
  },
  {
    what: 'hold',
    label: 'Do not contact',
    key: 'd',
    Icon: IconBan,
    needs: 'candidates.holdContact',
    rare: true,
  },
]
