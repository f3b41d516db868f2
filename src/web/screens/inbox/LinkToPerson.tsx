import { Button, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import styles from './inbox.module.css'

/** Says whose a conversation is that nobody could match: somebody on record, or somebody new. */
export const LinkToPerson = ({ threadId, name }: { readonly threadId: string; readonly name: string }) => {
  const [typed, setTyped] = useState(name)
  const [words] = useDebouncedValue(typed, 120)
  const list = useCombobox()
  const { data } = useAsk('views.searchPeople', { typed: words, limit: 6 }, { enabled: words.length >= 2 })
  const link = useCall('messaging.linkThread', { freshens: ['messaging.inbox', 'messaging.thread'] })
  const people = words.length >= 2 ? (data?.people ?? []) : []
  return (
    <div className={styles.whose}>
      <p>
        <b>Nobody on record has this address.</b> Say whose conversation it is, and it stands on their page.
      </p>
      <div>
        <Combobox
          store={list}
          onOptionSubmit={(candidateId) => {
            list.closeDropdown()
            void link.run({ threadId, candidateId })
          }}
        >
          <Combobox.Target>
            <InputBase
              aria-label="Whose is it?"
              placeholder="Name or mail"
              value={typed}
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
        <Button loading={link.running} onClick={() => void link.run({ threadId })}>
          Somebody new
        </Button>
      </div>
      {link.refusal && <Refused>{link.refusal.says}</Refused>}
    </div>
  )
}
