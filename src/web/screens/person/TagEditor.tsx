import { ActionIcon, Autocomplete, UnstyledButton } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { useState } from 'react'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import styles from './person.module.css'
import tagsStyles from './tags.module.css'

/** A person's tags, changed in place. */
export const TagEditor = ({
  candidateId,
  tags,
}: {
  readonly candidateId: string
  readonly tags: readonly { readonly id: string; readonly name: string }[]
}) => {
  const may = useMay('candidates.edit')
  const [adding, setAdding] = useState(false)
  const [name, setName] = useState('')
  const known = useAsk('candidates.tags', {}, { staleTime: 60_000, enabled: adding }).data ?? []
  const change = useCall('candidates.changeTags', {
    optimistic: ({ add = [], remove = [] }, cached) =>
      cached('views.candidate', (person) =>
        person.id === candidateId
          ? {
              ...person,
              tags: [
                ...person.tags.filter((tag) => !remove.includes(tag.name)),
                ...add.map((tag) => ({ id: tag, name: tag })),
              ],
            }
          : person,
      ),
    freshens: ['views.candidate', 'candidates.tags', 'views.candidateFacets'],
    done: (answer) => !answer.ok && showRefusal(answer.refusal),
  })
  const add = (tag: string) => {
    setName('')
    setAdding(false)
    if (tag.trim() && !tags.some((one) => one.name.toLowerCase() === tag.trim().toLowerCase()))
      void change.run({ candidateIds: [candidateId], add: [tag.trim()] })
  }
  const remove = async (tag: string) => {
    const answer = await change.run({ candidateIds: [candidateId], remove: [tag] })
    if (answer.ok)
      offerUndo({
        says: `Took the tag ${tag} away`,
        undo: () => change.run({ candidateIds: [candidateId], add: [tag] }),
      })
  }
  return (
    <span className={tagsStyles.tags}>
      {tags.map((tag) => (
        <span key={tag.id} className={tagsStyles.tag}>
          {tag.name}
          {may && (
            <UnstyledButton
              aria-label={`Take the tag ${tag.name} away`}
              onClick={() => void remove(tag.name)}
            >
              <IconX aria-hidden />
            </UnstyledButton>
          )}
        </span>
      ))}
      {tags.length === 0 && !may && <span className={styles.quiet}>None</span>}
      {may &&
        (adding ? (
          <Autocomplete
            aria-label="New tag"
            className={tagsStyles.tagField}
            data={known.map((tag) => tag.name).filter((tag) => !tags.some((one) => one.name === tag))}
            value={name}
            onChange={setName}
            onOptionSubmit={add}
            onBlur={() => setAdding(false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add(name)
              if (event.key === 'Escape') {
                event.stopPropagation()
                setAdding(false)
              }
            }}
            limit={8}
            maxLength={60}
            autoFocus
          />
        ) : (
          <ActionIcon size={24} aria-label="Add a tag" onClick={() => setAdding(true)}>
            <IconPlus />
          </ActionIcon>
        ))}
    </span>
  )
}
