import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { useMay } from '../../frame/me.ts'
import { ConsiderDialog } from '../consider/ConsiderDialog.tsx'
import { useConsider } from '../consider/use-consider.ts'
import styles from './head.module.css'
import type { Person } from './use-person.ts'

/** The jobs they are considered for without having applied: asked from here, or let go. */
export const Leads = ({ person }: { readonly person: Person }) => {
  const [asking, setAsking] = useState<Person['leads'][number]>()
  const may = { consider: useMay('crm.considerForJobs'), write: useMay('messaging.write') }
  const { letGo } = useConsider()
  const close = () => setAsking(undefined)
  return (
    <>
      {person.leads.map((lead) => (
        <div key={lead.id} className={styles.allow}>
          <Link to="/jobs/$jobId" params={{ jobId: lead.jobId }}>
            {lead.jobTitle}
          </Link>
          <span>
            {lead.state === 'asked' ? 'asked to apply ' : 'considered '}
            <DateText at={lead.askedAt ?? lead.since} as="ago" focusable />
          </span>
          {may.consider && may.write && lead.state === 'considered' && (
            <Button variant="subtle" onClick={() => setAsking(lead)}>
              Ask to apply…
            </Button>
          )}
          {may.consider && (
            <Button variant="subtle" onClick={() => void letGo({ id: lead.id, name: person.name })}>
              No longer consider
            </Button>
          )}
        </div>
      ))}
      {asking && (
        <ConsiderDialog
          ids={[person.id]}
          name={person.name}
          job={{ id: asking.jobId, title: asking.jobTitle }}
          onClose={close}
          onDone={close}
        />
      )}
    </>
  )
}
