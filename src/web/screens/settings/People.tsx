import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Role } from '../../../accounts/model/role.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { FormFields, HairlineList, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { roleChoices, roleWords } from './role-words.ts'
import styles from './settings.module.css'
import { TakeBackList } from './TakeBackList.tsx'
import { UserRow } from './UserRow.tsx'

/** Who works here, in which roles; who is invited. */
export const People = () => {
  const users = useAsk('accounts.users', {}).data
  const invited = useAsk('accounts.invitations', {}).data ?? []
  const freshens = ['accounts.invitations', 'accounts.openLinks'] as const
  const revoke = useCall('accounts.revokeInvitations', { freshens })
  // Inviting an address again replaces the link that it was sent before.
  const [invitedAgain, setInvitedAgain] = useState<string>()
  const again = useCall('accounts.inviteUsers', {
    freshens,
    done: (answer, { people }) => setInvitedAgain(answer.ok ? people[0]?.mail : undefined),
  })
  if (!users) return <RowSkeletons />
  return (
    <>
      <Invite />
      {invited.length > 0 && (
        <TakeBackList
          title="Invited"
          says="Without a mail server their links stand on the mailbox page"
          given={invited.map((one) => ({
            id: one.id,
            name: one.name,
            under: (
              <>
                {one.mail}, {one.roles.map(roleWords).join(', ')}, until <DateText at={one.expiresAt} />
              </>
            ),
            acts:
              one.mail === invitedAgain ? (
                <span role="status">Invited again</span>
              ) : (
                <Button
                  aria-label={`Invite ${one.name} again`}
                  onClick={() =>
                    void again.run({
                      people: [{ name: one.name, mail: one.mail, roles: one.roles as Role[] }],
                    })
                  }
                >
                  Invite again
                </Button>
              ),
          }))}
          onTakeBack={(id) => void revoke.run({ ids: [id] })}
          refusal={revoke.refusal ?? again.refusal}
        />
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
