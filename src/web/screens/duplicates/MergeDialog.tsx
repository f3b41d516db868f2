import { Button, Radio } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { ask, call, type OutputOf, type Queries } from '../../api/client.ts'
import { askKey, queryClient, useCall } from '../../api/use-ask.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './duplicates.module.css'
import { mergedPreview } from './merged-preview.ts'

type Person = OutputOf<Queries, 'views.candidate'>

/** Makes several records one: shows which record stays, what it will hold and what differs; it can be taken back. */
export const MergeDialog = ({
  ids,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onDone: (survivorId: string) => void
}) => {
  const asked = useQueries({
    queries: ids.map((candidateId) => ({
      queryKey: askKey('views.candidate', { candidateId }),
      queryFn: () => ask('views.candidate', { candidateId }),
    })),
  })
  const people = asked.flatMap(({ data }) => data ?? []) as Person[]
  const [chosen, setChosen] = useState<string>()
  const merge = useCall('handover.mergePeople', { freshens: touched })
  // The record with the longest history stays, unless another is chosen.
  const survivor =
    people.find(({ id }) => id === chosen) ??
    people.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))[0]
  const others = people.filter((person) => person !== survivor)
  const run = async () => {
    if (!survivor) return
    const answer = await merge.run({ survivorId: survivor.id, mergedIds: others.map(({ id }) => id) })
    if (!answer.ok) return
    onDone(survivor.id)
    offerUndo({
      says: `Merged into ${survivor.name}`,
      follows: 'It can be taken back on their page at any time',
      seconds: 20,
      undo: () => takeBack(answer.value.mergeIds),
    })
  }
  return (
    <Dialog
      opened
      size={760}
      title={ids.length === 2 ? 'One person, not two?' : `One person, not ${ids.length}?`}
      onClose={onClose}
      act={
        <Button
          variant="filled"
          disabled={people.length < ids.length}
          loading={merge.running}
          onClick={() => void run()}
        >
          Merge into one
        </Button>
      }
    >
      {people.length < ids.length ? (
        <RowSkeletons rows={3} />
      ) : (
        <>
          <Radio.Group
            label="Which record stays"
            description="Its values win where both say something; what it lacks comes from what is merged into it."
            value={survivor?.id ?? null}
            onChange={setChosen}
          >
            <div className={styles.sides}>
              {people.map((person) => (
                <Radio
                  key={person.id}
                  data-autofocus={person === survivor || undefined}
                  className={styles.side}
                  data-on={person === survivor || undefined}
                  value={person.id}
                  label={
                    <>
                      <Face id={person.id} name={person.name} size="l" />
                      <span>
                        <b>
                          <Name>{person.name}</Name>
                        </b>
                        <small>
                          Since <DateText at={person.createdAt} />
                          {`, ${count(person.applications.length, 'application')}, ${count(person.files.length, 'file')}`}
                        </small>
                      </span>
                    </>
                  }
                />
              ))}
            </div>
          </Radio.Group>
          {survivor && (
            <table className={styles.preview}>
              <caption>What the one record will say</caption>
              <tbody>
                {mergedPreview(survivor, others).map(({ label, stays, comes, goes }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>
                      {stays.join(', ')}
                      {comes.length > 0 && (
                        <>
                          {stays.length > 0 && ', '}
                          <ins>{comes.join(', ')}</ins>
                        </>
                      )}
                      {goes.length > 0 && <small>kept with the other record: {goes.join(', ')}</small>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      {merge.refusal && <Refused>{merge.refusal.says}</Refused>}
    </Dialog>
  )
}

const touched = [
  'views.candidates',
  'views.candidate',
  'views.timeline',
  'candidates.duplicates',
  'views.candidateFacets',
] as const

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

/** Takes merges back, the last one first. */
export const takeBack = async (mergeIds: readonly string[]): Promise<void> => {
  for (const mergeId of mergeIds.toReversed()) {
    const back = await call('handover.undoMerge', { mergeId })
    if (!back.ok) return showRefusal(back.refusal)
  }
  for (const query of touched) void queryClient.invalidateQueries({ queryKey: [query] })
}
