import { ActionIcon, Button, Menu } from '@mantine/core'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { useMay } from '../../frame/me.ts'
import { DoNotContactDialog } from '../candidates/DoNotContactDialog.tsx'
import { WriteDialog } from '../compose/WriteDialog.tsx'
import { ConsiderDialog } from '../consider/ConsiderDialog.tsx'
import { MergeDialog } from '../duplicates/MergeDialog.tsx'
import { AddToPoolDialog } from '../pools/AddToPoolDialog.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import { DetailsDialog } from './DetailsDialog.tsx'
import headStyles from './head.module.css'
import { LiftDialog } from './LiftDialog.tsx'
import { MergeWithDialog } from './MergeWithDialog.tsx'
import styles from './person.module.css'
import { toPapers } from './to-papers.ts'
import type { Person } from './use-person.ts'
import { useWalk } from './use-walk.ts'

/** Where I am, the way to the next one in the list, and what can be done. */
export const PersonBar = ({
  person,
  onNote,
  onTask,
}: {
  readonly person: Person
  readonly onNote: () => void
  readonly onTask: () => void
}) => {
  const walk = useWalk(person.id)
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<
    'consent' | 'consider' | 'details' | 'pool' | 'hold' | 'lift' | 'merge' | 'write' | string[]
  >()
  const may = {
    consent: useMay('candidates.recordConsent'),
    consider: useMay('crm.considerForJobs'),
    edit: useMay('candidates.edit'),
    hold: useMay('candidates.holdContact'),
    merge: useMay('candidates.merge'),
    note: useMay('candidates.note'),
    pool: useMay('crm.managePools') && !person.doNotContactAt,
    write: useMay('messaging.write'),
  }
  const go = (candidateId: string | undefined) =>
    candidateId ? () => void navigate({ to: '/candidates/$candidateId', params: { candidateId } }) : undefined
  const [previous, next] = [go(walk?.previous), go(walk?.next)]
  useShortcuts(
    {
      '[': previous && { label: 'Previous person', run: previous },
      ']': next && { label: 'Next person', run: next },
      e: may.write ? { label: 'Write a mail', run: () => setDialog('write') } : undefined,
      p: may.pool ? { label: 'Add to pool', run: () => setDialog('pool') } : undefined,
      i: may.edit ? { label: 'Edit details', run: () => setDialog('details') } : undefined,
    },
    { title: 'This person' },
  )
  const close = () => setDialog(undefined)
  return (
    <div className={headStyles.bar}>
      <Link to="/candidates">Candidates</Link>
      {walk && (
        <>
          <IconChevronRight size={12} aria-hidden />
          <ActionIcon aria-label="Previous person" disabled={!previous} onClick={previous}>
            <IconChevronUp />
          </ActionIcon>
          <ActionIcon aria-label="Next person" disabled={!next} onClick={next}>
            <IconChevronDown />
          </ActionIcon>
          <span>{walk.place}</span>
        </>
      )}
      <span className={styles.end}>
        <ActionIcon className={headStyles.toPapers} aria-label="To résumé and files" onClick={toPapers}>
          <IconFileText />
        </ActionIcon>
        {(may.consent || may.consider || may.edit || may.hold || may.merge || may.note) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label="More">
                <IconDots />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {may.note && (
                <Menu.Item rightSection={<KeyCap keys="t" />} onClick={onTask}>
                  Assign a task
                </Menu.Item>
              )}
              {may.consider && (
                <Menu.Item onClick={() => setDialog('consider')}>Consider for a job</Menu.Item>
              )}
              {may.pool && (
                <Menu.Item rightSection={<KeyCap keys="p" />} onClick={() => setDialog('pool')}>
                  Add to pool
                </Menu.Item>
              )}
              {may.edit && (
                <Menu.Item rightSection={<KeyCap keys="i" />} onClick={() => setDialog('details')}>
                  Edit details
                </Menu.Item>
              )}
              {may.merge && (
                <Menu.Item onClick={() => setDialog('merge')}>Merge with another record</Menu.Item>
              )}
              {may.consent && <Menu.Item onClick={() => setDialog('consent')}>Record a consent</Menu.Item>}
              {may.hold && (
                <Menu.Item onClick={() => setDialog(person.doNotContactAt ? 'lift' : 'hold')}>
                  {person.doNotContactAt ? 'Lift do-not-contact' : 'Do not contact'}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
        {may.note && (
          <Button leftSection={<IconNote />} rightSection={<KeyCap keys="n" />} onClick={onNote}>
            Note
          </Button>
        )}
        {may.write && (
          <Button
            variant="filled"
            leftSection={<IconMail />}
            rightSection={<KeyCap keys="e" />}
            onClick={() => setDialog('write')}
          >
            Write
          </Button>
        )}
      </span>
      {dialog === 'write' && (
        <WriteDialog
          ids={[person.id]}
          name={person.name}
          purpose={person.contact.allowed && person.contact.purpose === 'process' ? 'process' : 'outreach'}
          onClose={close}
          onDone={close}
        />
      )}
      {dialog === 'consider' && (
        <ConsiderDialog ids={[person.id]} name={person.name} onClose={close} onDone={close} />
      )}
      {dialog === 'consent' && <ConsentDialog person={person} onClose={close} />}
      {dialog === 'pool' && (
        <AddToPoolDialog ids={[person.id]} name={person.name} onClose={close} onDone={close} />
      )}
      {dialog === 'details' && <DetailsDialog person={person} onClose={close} />}
      {dialog === 'hold' && <DoNotContactDialog ids={[person.id]} onClose={close} onDone={close} />}
      {dialog === 'lift' && <LiftDialog person={person} onClose={close} />}
      {dialog === 'merge' && (
        <MergeWithDialog person={person} onClose={close} onChosen={(id) => setDialog([id])} />
      )}
      {Array.isArray(dialog) && <MergeDialog ids={[person.id, ...dialog]} onClose={close} onDone={close} />}
    </div>
  )
}
