import { Button, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useLink } from '../compose/use-link.ts'
import styles from './inbox.module.css'
import { NewFromMail } from './NewFromMail.tsx'

/** Says whose a conversation is that nobody could match: somebody on record, or somebody new. */
export const LinkToPerson = ({ thread }: { readonly thread: OutputOf<Queries, 'messaging.thread'> }) => {
  const address = thread.fromAddress ?? ''
  const [typed, setTyped] = useState(thread.name === address ? '' : thread.name)
  const [words] = useDebouncedValue(typed, 120)
  const [making, setMaking] = useState(false)
  const list = useCombobox()
  const { data, isPlaceholderData } = useAsk(
    'views.searchPeople',
    { typed: words, limit: 6 },
    { enabled: words.length >= 2 },
  )
  // Several who share an address are as unknown to us as nobody.
  const sharers = useAsk('views.searchPeople', { typed: address, limit: 2 }, { enabled: address !== '' }).data
  const link = useLink(thread)
  // Enter takes the first one: never one whom earlier words found.
  const isFresh = words === typed && words.length >= 2 && !isPlaceholderData
  const people = isFresh ? (data?.people ?? []) : []
  const { selectFirstOption } = list
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time others are found.
  useEffect(() => {
    if (people.length > 0) selectFirstOption()
  }, [data, isFresh])
  return (
    <div className={styles.whose}>
      <p>
        <b>
          {(sharers?.people.length ?? 0) > 1
            ? 'Several people on record have this address.'
            : 'Nobody on record has this address.'}
        </b>{' '}
        Say whose <bdi>{address}</bdi> is: the conversation stands on their page, and their next mail finds
        its way.
      </p>
      <div>
        <Combobox
          store={list}
          onOptionSubmit={(candidateId) => {
            list.closeDropdown()
            const name = people.find(({ id }) => id === candidateId)?.name ?? 'them'
            void link.linkTo(name, { candidateId })
          }}
        >
          <Combobox.Target>
            <InputBase
              aria-label="Whose is it?"
              placeholder="Name or mail of somebody on record"
              value={typed}
              disabled={link.running}
              onFocus={() => list.openDropdown()}
              onBlur={() => list.closeDropdown()}
              onChange={(event) => {
                setTyped(event.currentTarget.value)
                list.openDropdown()
              }}
            />
          </Combobox.Target>
          <Combobox.Dropdown hidden={people.length === 0}>
            <Combobox.Options>
              {people.map((person) => (
                <Combobox.Option key={person.id} value={person.id}>
                  <span className={styles.person}>
                    <Face id={person.id} name={person.name} size="s" />
                    <Name>{person.name}</Name>
                    <small>{[person.title, person.company].filter(Boolean).join(', ')}</small>
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Options>
          </Combobox.Dropdown>
        </Combobox>
        <Button onClick={() => setMaking(true)}>Somebody new</Button>
      </div>
      {link.refusal && !making && <Refused>{link.refusal.says}</Refused>}
      {making && (
        <NewFromMail
          name={thread.name === address ? '' : thread.name}
          address={address}
          running={link.running}
          refused={link.refusal?.says}
          onClose={() => setMaking(false)}
          onAdd={(name) => void link.linkTo(name, { name })}
        />
      )}
    </div>
  )
}
