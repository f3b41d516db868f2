import { ActionIcon, Button, Menu, Select, TextInput } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { useState } from 'react'
import { originSays } from '../../../candidates/model/candidate.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import paperStyles from './paper.module.css'
import styles from './person.module.css'
import type { Person } from './use-person.ts'

/** Every way to reach a person, each with where it came from; changed in place. */
export const ContactPoints = ({ person }: { readonly person: Person }) => {
  const may = useMay('candidates.edit')
  const [kind, setKind] = useState<'email' | 'phone' | 'link'>('email')
  const [value, setValue] = useState('')
  const freshens = ['views.candidate', 'views.candidates', 'views.timeline'] as const
  const add = useCall('candidates.addContactPoints', {
    freshens,
    done: (answer) => answer.ok && setValue(''),
  })
  const remove = useCall('candidates.removeContactPoints', { freshens })
  const prefer = useCall('candidates.preferContactPoints', { freshens })
  const takeAway = async (point: Person['contactPoints'][number]) => {
    const answer = await remove.run({ contactPointIds: [point.id] })
    if (answer.ok)
      offerUndo({
        says: `Removed ${point.value}`,
        undo: () =>
          add.run({
            contactPoints: [
              {
                candidateId: person.id,
                kind: point.kind,
                value: point.value,
                ...(point.label ? { label: point.label } : {}),
              },
            ],
          }),
      })
  }
  const refusal = add.refusal ?? remove.refusal ?? prefer.refusal
  return (
    <div className={paperStyles.read}>
      <HairlineList label="Ways to reach them">
        {person.contactPoints.map((point) => (
          <Row
            key={point.id}
            title={point.kind === 'link' ? <SafeLink to={point.value} /> : point.value}
            under={
              <>
                {[kinds[point.kind], point.label, originSays[point.cameFrom] ?? point.cameFrom]
                  .filter(Boolean)
                  .join(', ')}
                , <DateText at={point.cameAt} />
              </>
            }
            end={
              <>
                {point.isPrimary && <Chip>First</Chip>}
                {may && (
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label={`More on ${point.value}`}>
                        <IconDots />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {!point.isPrimary && (
                        <Menu.Item onClick={() => void prefer.run({ contactPointIds: [point.id] })}>
                          Use first
                        </Menu.Item>
                      )}
                      <Menu.Item data-destructive onClick={() => void takeAway(point)}>
                        Remove
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </>
            }
          />
        ))}
      </HairlineList>
      {person.contactPoints.length === 0 && (
        <p className={styles.quiet}>No way to reach them is known yet.</p>
      )}
      {may && (
        <form
          className={styles.inlineForm}
          onSubmit={(event) => {
            event.preventDefault()
            void add.run({
              contactPoints: [
                {
                  candidateId: person.id,
                  kind,
                  value,
                  ...(person.country ? { country: person.country } : {}),
                },
              ],
            })
          }}
        >
          <TextInput
            label={`New ${kinds[kind].toLowerCase()}`}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
            maxLength={500}
          />
          <Select
            aria-label="Kind"
            data={Object.entries(kinds).map(([key, label]) => ({ value: key, label }))}
            value={kind}
            onChange={(next) => setKind((next ?? 'email') as typeof kind)}
            allowDeselect={false}
            w={100}
          />
          <Button type="submit" loading={add.running} disabled={value.trim() === ''}>
            Add
          </Button>
        </form>
      )}
      {refusal && <Refused>{refusal.says}</Refused>}
    </div>
  )
}

const kinds = { email: 'Mail', phone: 'Phone', link: 'Link' } as const

/** A stranger's link opens only where it is a web address, and learns nothing of where it was followed. */
const SafeLink = ({ to }: { readonly to: string }) => {
  const address = /^https?:\/\//iu.test(to) ? to : `https://${to}`
  return URL.canParse(address) ? (
    <a href={address} target="_blank" rel="noopener noreferrer nofollow">
      {to}
    </a>
  ) : (
    to
  )
}
