import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../../accounts/model/role.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { FormFields, HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { roleChoices, roleWords } from './role-words.ts'
import styles from './settings.module.css'
import { UserRow } from './UserRow.tsx'

/** Who works here, in which roles; who is invited. */
export const People = () => {
  const users = useAsk('accounts.users', {}).data
  const invited = useAsk('accounts.invitations', {}).data ?? []
  const revoke = useCall('accounts.revokeInvitations', { freshens: ['accounts.invitations'] })
  if (!users) return <RowSkeletons />
  return (
    <>
      <Invite />
      {invited.length > 0 && (
        <section>
          <SectionHead
            title="Invited"
            count={invited.length}
            says="Without a mail server their links stand on the mailbox page"
          />
          <HairlineList label="Invited">
            {invited.map((one) => (
              <Row
                key={one.id}
                title={one.name}
                under={
                  <>
                    {one.mail}, {one.roles.map(roleWords).join(', ')}, until <DateText at={one.expiresAt} />
                  </>
                }
                end={
                  <Button data-destructive onClick={() => void revoke.run({ ids: [one.id] })}>
                    Take back
                  </Button>
                }
              />
            ))}
          </HairlineList>
          {revoke.refusal && <Refused>{revoke.refusal.says}</Refused>}
        </section>
      )}
      <section>
        <SectionHead title="People" count={users.length} />
        <HairlineList label="People">
          {users.map((user) => (
            <UserRow key={user.id} user={user} />
          ))}
        </HairlineList>
      </section>
    </>
  )
}

const Invite = () => {
  const [name, setName] = useState('')
  const [mail, setMail] = useState('')
  const [roles, setRoles] = useState<string[]>([])
  const invite = useCall('accounts.inviteUsers', {
    freshens: ['accounts.invitations', 'accounts.openLinks'],
    done: (answer) => {
      if (!answer.ok) return
      setName('')
      setMail('')
      setRoles([])
    },
  })
  return (
    <section>
      <SectionHead title="Invite" says="They choose their own password" />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void invite.run({ people: [{ name, mail, roles: roles as Role[] }] })
        }}
      >
        <FormFields columns={2}>
          <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label="Mail"
            type="email"
            value={mail}
            onChange={(event) => setMail(event.currentTarget.value)}
          />
          <MultiSelect label="Roles" data={roleChoices} value={roles} onChange={setRoles} />
        </FormFields>
        {invite.refusal && <Refused>{invite.refusal.says}</Refused>}
        <div className={styles.acts}>
          <Button
            type="submit"
            variant="filled"
            loading={invite.running}
            disabled={!name || !mail || roles.length === 0}
          >
            Invite
          </Button>
        </div>
      </form>
    </section>
  )
}
