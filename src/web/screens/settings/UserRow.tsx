import { Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../../accounts/model/role.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Row } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { roleChoices, roleWords } from './role-words.ts'
import { Sessions } from './Sessions.tsx'
import styles from './settings.module.css'

type User = OutputOf<Queries, 'accounts.users'>[number]

/** A colleague: the roles they play, whether their account is open, where they are signed in. */
export const UserRow = ({ user }: { readonly user: User }) => {
  const [open, setOpen] = useState(false)
  const [roles, setRoles] = useState<string[]>([...user.roles])
  const freshens = ['accounts.users', 'accounts.me'] as const
  const change = useCall('accounts.changeRoles', { freshens })
  const disable = useCall('accounts.disableUsers', { freshens })
  const enable = useCall('accounts.enableUsers', { freshens })
  const forget = useCall('accounts.removeSecondFactors', { freshens })
  const refusal = change.refusal ?? disable.refusal ?? enable.refusal ?? forget.refusal
  const isOff = user.disabledAt !== null
  return (
    <>
      <Row
        lead={<Face id={user.id} name={user.name} />}
        title={<Name>{user.name}</Name>}
        under={`${user.roles.map(roleWords).join(', ')}, ${user.mail}`}
        end={
          <Button aria-expanded={open} aria-label={`Change ${user.name}`} onClick={() => setOpen(!open)}>
            {open ? 'Done' : 'Change'}
          </Button>
        }
      >
        {isOff && <Chip>Closed</Chip>}
        {'hasSecondFactor' in user && user.hasSecondFactor && <Chip>Second factor</Chip>}
      </Row>
      {open && (
        <li className={styles.opened}>
          <MultiSelect label={`Roles of ${user.name}`} data={roleChoices} value={roles} onChange={setRoles} />
          {refusal && <Refused>{refusal.says}</Refused>}
          <div className={styles.acts}>
            <Button
              loading={change.running}
              disabled={roles.length === 0 || [...roles].sort().join() === [...user.roles].sort().join()}
              onClick={() => void change.run({ changes: [{ userId: user.id, roles: roles as Role[] }] })}
            >
              Save roles
            </Button>
            {'hasSecondFactor' in user && user.hasSecondFactor && (
              <Button onClick={() => void forget.run({ userIds: [user.id] })}>
                Remove their second factor
              </Button>
            )}
            {isOff ? (
              <Button onClick={() => void enable.run({ userIds: [user.id] })}>Open the account again</Button>
            ) : (
              <Button data-destructive onClick={() => void disable.run({ userIds: [user.id] })}>
                Close the account
              </Button>
            )}
          </div>
          <Sessions userId={user.id} />
        </li>
      )}
    </>
  )
}
