import { Button, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import styles from './candidates.module.css'
import { people } from './people-words.ts'
import { showRefusal } from './show-refusal.ts'
import type { ActDialog } from './use-chosen.ts'

/** Adds tags to the chosen and takes tags from them; says before how many each reaches. */
export const TagDialog = ({ ids, together, onClose, onDone }: ActDialog) => {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const known = useAsk('candidates.tags', {}, { staleTime: 60_000 }).data ?? []
  const carried = together?.tags ?? []
  const change = useCall('candidates.changeTags', { freshens: touched })
  const run = async () => {
    const answer = await change.run({ candidateIds: [...ids], add, remove })
    if (!answer.ok) return
    const { added, removed } = answer.value
    const nameOf = new Map([...known, ...carried].map(({ id, name }) => [id, name]))
    onDone()
    offerUndo({
      says: resultWords(added.length, removed.length, ids.length),
      undo: async () => {
        // Only what this act did goes back: who carried the tag before keeps it.
        for (const [pairs, part] of [
          [added, 'remove'],
          [removed, 'add'],
        ] as const)
          for (const [tagId, same] of Map.groupBy(pairs, (pair) => pair.tagId)) {
            const name = nameOf.get(tagId) ?? add.find((one) => !known.some((tag) => tag.name === one))
            if (!name) continue
            const back = await call('candidates.changeTags', {
              candidateIds: same.map(({ candidateId }) => candidateId),
              [part]: [name],
            })
            if (!back.ok) showRefusal(back.refusal)
          }
      },
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Tag ${people(ids.length)}`}
      act={
        <Button
          variant="filled"
          loading={change.running}
          disabled={add.length + remove.length === 0}
          onClick={() => void run()}
        >
          Change tags
        </Button>
      }
    >
      <div className={styles.form}>
        <TagsInput
          label="Add"
          description="A tag that is new is made."
          data={known.map(({ name }) => name)}
          value={add}
          onChange={setAdd}
          data-autofocus
          maxTags={50}
          splitChars={[';']}
        />
        {carried.length > 0 && (
          <TagsInput
            label="Take away"
            splitChars={[';']}
            data={carried.map(({ name }) => name)}
            value={remove}
            onChange={(names) => setRemove(names.filter((name) => carried.some((tag) => tag.name === name)))}
          />
        )}
        <ul className={styles.preview} aria-live="polite">
          {add.map((name) => {
            const have = carried.find((tag) => tag.name.toLowerCase() === name.toLowerCase())?.people ?? 0
            return (
              <li key={`add ${name}`}>
                <b>{name}</b> goes to {people(ids.length - have)}
                {have > 0 && `; ${have} ${have === 1 ? 'has' : 'have'} it already`}
              </li>
            )
          })}
          {remove.map((name) => (
            <li key={`remove ${name}`}>
              <b>{name}</b> is taken from {people(carried.find((tag) => tag.name === name)?.people ?? 0)}
            </li>
          ))}
        </ul>
        {change.refusal && <Refused>{change.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

const touched = ['views.candidates', 'views.candidate', 'views.candidateFacets', 'candidates.tags'] as const

const resultWords = (added: number, removed: number, of: number): string =>
  [
    added > 0 && `Added ${added === 1 ? 'one tag' : `${added} tags`}`,
    removed > 0 && `took away ${removed}`,
    added + removed === 0 && `Nothing to change: all ${of} stood so already`,
  ]
    .filter(Boolean)
    .join(', ')
