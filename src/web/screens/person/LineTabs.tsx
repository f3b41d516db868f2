import { Button, Menu } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import { Dot } from '../../../design/parts/Chip.tsx'
import { Pill, PillNav } from '../../../design/parts/Page.tsx'
import { applicationState } from './application-state.ts'
import styles from './person.module.css'
import { type Person, usePersonAddress } from './use-person.ts'

/** The whole line, or one application of it; and which kinds of entries are shown. */
export const LineTabs = ({ person }: { readonly person: Person }) => {
  const { search, change } = usePersonAddress()
  const kinds = search.kinds ?? []
  return (
    <div className={styles.tabs}>
      <PillNav label="Applications">
        <Pill current={!search.application} onClick={() => change({ application: undefined })}>
          Whole line
        </Pill>
        {person.applications.map((application) => (
          <Pill
            key={application.id}
            current={search.application === application.id}
            onClick={() => change({ application: application.id })}
          >
            <Dot
              tone={application.state === 'hired' ? 'good' : 'ats'}
              filled={['active', 'hired'].includes(application.state)}
            />
            {application.jobTitle}
            <small>{applicationState(application)}</small>
          </Pill>
        ))}
      </PillNav>
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconFilter />}>
            {kinds.length === 0
              ? 'Everything'
              : kinds.length === 1
                ? kindWords[kinds[0]!]
                : `${kinds.length} kinds`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            rightSection={kinds.length === 0 && <IconCheck aria-label="shown" />}
            onClick={() => change({ kinds: undefined })}
          >
            Everything
          </Menu.Item>
          <Menu.Divider />
          {(Object.keys(kindWords) as (keyof typeof kindWords)[]).map((kind) => (
            <Menu.CheckboxItem
              key={kind}
              checked={kinds.includes(kind)}
              onChange={() => {
                const next = kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind]
                change({ kinds: next.length > 0 ? next : undefined })
              }}
            >
              {kindWords[kind]}
            </Menu.CheckboxItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

const kindWords = {
  mail: 'Mails',
  note: 'Notes',
  application: 'Applications',
  decision: 'Decisions',
  task: 'Tasks',
  file: 'Files',
  consent: 'Consent',
  tag: 'Tags',
  person: 'The record',
  merge: 'Merges',
} as const
