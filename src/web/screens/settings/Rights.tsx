import { Checkbox, Table } from '@mantine/core'
import { type Role, roles } from '../../../accounts/model/role.ts'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { everyRight } from './every-right.ts'
import { roleWords } from './role-words.ts'
import styles from './settings.module.css'

/** What each role may do; where it departs from how the product comes, the box is marked. */
export const Rights = () => {
  const departures = useAsk('accounts.permissionDepartures', {}).data ?? []
  const change = useCall('accounts.changePermissions', {
    optimistic: ({ changes }, put) =>
      put('accounts.permissionDepartures', (all) => [
        ...all.filter(
          (one) => !changes.some((it) => it.role === one.role && it.permission === one.permission),
        ),
        ...changes.flatMap((it) => (it.granted === null ? [] : [{ ...it, granted: it.granted }])),
      ]),
    freshens: ['accounts.permissionDepartures', 'accounts.me'],
  })
  const set = (role: Role, permission: string, granted: boolean, byDefault: boolean) =>
    void change.run({ changes: [{ role, permission, granted: granted === byDefault ? null : granted }] })
  return (
    <section>
      <SectionHead
        title="Rights"
        says={
          departures.length === 0
            ? 'As the product comes'
            : `${departures.length} differ from how the product comes; they are marked`
        }
      />
      {change.refusal && <Refused>{change.refusal.says}</Refused>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={styles.wide} tabIndex={0} aria-label="Rights of each role">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Right</Table.Th>
              {roles.map((role) => (
                <Table.Th key={role}>{roleWords(role)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {everyRight.map((right) => (
              <Table.Tr key={right.name}>
                <Table.Th scope="row">
                  {right.says}
                  <small>{right.name}</small>
                </Table.Th>
                {roles.map((role) => {
                  const departs = departures.find((one) => one.role === role && one.permission === right.name)
                  const byDefault = right.roles.includes(role)
                  return (
                    <Table.Td key={role} data-departs={departs !== undefined || undefined}>
                      <Checkbox
                        aria-label={`${roleWords(role)}: ${right.says}${departs ? ', changed' : ''}`}
                        checked={departs?.granted ?? byDefault}
                        onChange={(event) => set(role, right.name, event.currentTarget.checked, byDefault)}
                      />
                      {departs && <small aria-hidden>changed</small>}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </section>
  )
}
