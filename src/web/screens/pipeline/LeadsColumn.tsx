// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for a form.
import { ActionIcon, Menu } from '@mantine/core'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Count } from '../../../design/parts/MoneyText.tsx'
import { TurnMark } from '../../../design/parts/TurnMark.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { ConsiderDialog } from '../consider/ConsiderDialog.tsx'
import { touchedByLeads, useConsider } from '../consider/use-consider.ts'
import card from './card.module.css'
import { daysSay } from './card-words.ts'
import column from './column.module.css'
import styles from './leads.module.css'

/** So many cards are asked for until somebody wants more. */
export const leadsAtFirst = 100

type Lead = OutputOf<Queries, 'views.leads'>['leads'][number]

/** Whoever stands before the first stage: considered, asked to apply, or ready in a pool kept for this job. */
export const LeadsColumn = ({ job }: { readonly job: { readonly id: string; readonly title: string } }) => {
  const [limit, setLimit] = useState(leadsAtFirst)
  const [asked, setAsked] = useState<Lead>()
  const { data } = useAsk('views.leads', { jobId: job.id, limit })
  if (!data || data.count === 0) return null
  return (
    <section className={`${column.column} ${styles.leads}`} aria-label="Leads">
      <div className={`${column.columnHead} ${styles.head}`}>
        <h2>Leads</h2>
        <span className={column.count}>
          <Count of={data.count} />
        </span>
      </div>
      <div className={column.columnBody} tabIndex={0} role="group" aria-label="Leads of this job">
        <ul className={styles.list}>
          {data.leads.map((lead) => (
            <LeadCard key={lead.candidateId} lead={lead} job={job} onAsk={() => setAsked(lead)} />
          ))}
        </ul>
        {data.count > data.leads.length && (
          <button type="button" className={column.rest} onClick={() => setLimit(500)}>
            <Count of={data.count - data.leads.length} /> more
          </button>
        )}
      </div>
      {asked && (
        <ConsiderDialog
          ids={[asked.candidateId]}
          name={asked.name}
          job={job}
          onClose={() => setAsked(undefined)}
          onDone={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

const LeadCard = ({
  lead,
  job,
  onAsk,
}: {
  readonly lead: Lead
  readonly job: { readonly id: string; readonly title: string }
  readonly onAsk: () => void
}) => {
  const { consider, letGo } = useConsider()
  const mayConsider = useMay('crm.considerForJobs')
  const mayWrite = useMay('messaging.write')
  const mayDecide = useMay('ats.decide')
  const add = useCall('ats.addApplications', {
    freshens: [...touchedByLeads, 'ats.board', 'ats.boardTable'],
  })
  const putIn = async () => {
    const answer = await add.run({
      jobId: job.id,
      candidateIds: [lead.candidateId],
      source: 'sourced',
    } as never)
    if (!answer.ok) showRefusal(answer.refusal)
  }
  const leadId = lead.leadId
  return (
    <li className={styles.card}>
      <div className={card.cardName}>
        <Face id={lead.candidateId} name={lead.name} size="s" />
        <Link
          to="/candidates/$candidateId"
          params={{ candidateId: lead.candidateId }}
          className={card.name}
          title={lead.name}
        >
          <Name>{lead.name}</Name>
        </Link>
        {(mayConsider || mayDecide) && (
          <Menu position="bottom-end" width={216}>
            <Menu.Target>
              <ActionIcon className={styles.more} aria-label={`Acts on ${lead.name}`}>
                <IconDots />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {mayConsider && mayWrite && lead.state !== 'asked' && (
                <Menu.Item onClick={onAsk}>Ask to apply…</Menu.Item>
              )}
              {mayConsider && lead.state === 'ready' && (
                <Menu.Item onClick={() => void consider(job.id, job.title, [lead.candidateId])}>
                  Consider
                </Menu.Item>
              )}
              {mayDecide && <Menu.Item onClick={() => void putIn()}>Put into process</Menu.Item>}
              {mayConsider && leadId && (
                <Menu.Item onClick={() => void letGo({ id: leadId, name: lead.name })}>
                  No longer consider
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={card.cardTitle}>{lead.title ?? lead.company ?? 'No title on record'}</div>
      <div className={styles.foot} title={lead.poolName ?? undefined}>
        <TurnMark whose={lead.state === 'asked' ? 'them' : 'us'}>
          {lead.state === 'asked'
            ? `asked ${daysSay(lead.days)}`
            : lead.state === 'considered'
              ? 'to be asked'
              : `ready in ${lead.poolName ?? 'a pool'}`}
        </TurnMark>
      </div>
    </li>
  )
}
