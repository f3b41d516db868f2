import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { State } from '../../../design/parts/Chip.tsx'
import { DateText, DayText } from '../../../design/parts/DateText.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import type { Job } from './use-job.ts'

/** Seats of the job: asked for by one person, approved by another. */
export const Openings = ({ job }: { readonly job: Job }) => {
  const [asking, setAsking] = useState(false)
  const [declining, setDeclining] = useState<string>()
  const [handing, setHanding] = useState<Job['openings'][number]>()
  const mayHandOver = useMay('ats.manageJobs')
  const mayAsk = useMay('ats.requestOpenings')
  const mayDecide = useMay('ats.decideOpenings')
  const me = useMe()
  const decide = useCall('ats.decideOpenings', { freshens: ['ats.job', 'ats.jobs'] })
  return (
    <Section
      id="openings"
      title="Openings"
      says="seats to fill; nobody approves their own request"
      refusal={decide.refusal}
      add={
        mayAsk && (
          <Button variant="subtle" onClick={() => setAsking(true)}>
            Ask for openings
          </Button>
        )
      }
    >
      {job.openings.length === 0 && (
        <p className={styles.quiet}>
          None asked for. People can apply without, but a hire then fills no seat.
        </p>
      )}
      <ul className={styles.rows}>
        {job.openings.map((one) => {
          const mine = one.requestedBy === me?.user.id
          const isMineToDecide =
            one.state === 'requested' &&
            mayDecide &&
            !mine &&
            (one.approverId === null || one.approverId === me?.user.id)
          return (
            <li key={one.id} className={styles.row}>
              <State tone={one.state === 'filled' ? 'good' : 'ats'} inMotion={one.state === 'filled'}>
                {openingSays[one.state]}
              </State>
              <span className={styles.grow}>
                {one.reason === 'backfill' ? 'Replaces somebody' : 'New seat'}
                {one.targetStart && (
                  <>
                    , start <DayText day={one.targetStart} />
                  </>
                )}
                <span className={styles.under}>
                  Asked by {one.requestedByName ?? 'the set-up'}, <DateText at={one.requestedAt} as="ago" />
                  {one.approverName && `; ${approverSays(one.state)} ${one.approverName}`}
                  {one.waitsInVain &&
                    `, who can decide it no more; ${mayHandOver ? 'hand it to somebody who can' : 'a recruiter of the job or an administrator can hand it over'}`}
                  {one.decisionNote && `; “${one.decisionNote}”`}
                </span>
              </span>
              {one.waitsInVain && mayHandOver && (
                <Button variant="light" onClick={() => setHanding(one)}>
                  Hand over…
                </Button>
              )}
              {isMineToDecide && (
                <>
                  <Button onClick={() => setDeclining(one.id)}>Decline…</Button>
                  <Button
                    variant="light"
                    loading={decide.running}
                    onClick={() => void decide.run({ openingIds: [one.id], approve: true })}
                  >
                    Approve
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {asking && <AskDialog job={job} onClose={() => setAsking(false)} />}
      {handing && <HandOverDialog job={job} opening={handing} onClose={() => setHanding(undefined)} />}
      {declining && <DeclineDialog id={declining} onClose={() => setDeclining(undefined)} />}
    </Section>
  )
}

const approverSays = (state: string): string =>
  state === 'requested' ? 'waits for' : state === 'declined' ? 'declined by' : 'approved by'

const openingSays = {
  requested: 'Waits for approval',
  approved: 'Approved',
  declined: 'Declined',
  open: 'Open',
  filled: 'Filled',
  closed: 'Closed',
} as const

const AskDialog = ({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) => {
  const [count, setCount] = useState<number | string>(1)
  const [reason, setReason] = useState<string | null>('new')
  const [start, setStart] = useState('')
  const [approver, setApprover] = useState<string | null>(null)
  const approvers =
    useAsk('ats.openingApprovers', { jobId: job.id }, { staleTime: 60_000 }).data?.approvers ?? []
  const ask = useCall('ats.requestOpenings', { freshens: ['ats.job'] })
  const run = async () => {
    const answer = await ask.run({
      jobId: job.id,
      seats: Array.from({ length: Number(count) || 1 }, () => ({
        reason: (reason ?? 'new') as 'new',
        ...(start ? { targetStart: start } : {}),
      })),
      ...(approver ? { approverId: approver as never } : {}),
    })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Ask for openings"
      act={
        <Button variant="filled" loading={ask.running} onClick={() => void run()}>
          Ask
        </Button>
      }
    >
      <div className={styles.form}>
        <NumberInput label="How many" value={count} onChange={setCount} min={1} max={200} data-autofocus />
        <Select
          label="Why"
          data={[
            { value: 'new', label: 'A new seat' },
            { value: 'backfill', label: 'Replaces somebody' },
          ]}
          value={reason}
          onChange={setReason}
          allowDeselect={false}
        />
        <TextInput
          label="Start"
          type="date"
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <Select
          label="Who approves"
          placeholder="Anybody who may"
          searchable
          clearable
          nothingFoundMessage="Nobody of that name may approve it"
          data={approvers.map((user) => ({ value: user.id, label: user.name }))}
          value={approver}
          onChange={setApprover}
        />
        {ask.refusal && <Refused>{ask.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

const DeclineDialog = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const [note, setNote] = useState('')
  const decide = useCall('ats.decideOpenings', { freshens: ['ats.job'] })
  const run = async () => {
    const answer = await decide.run({ openingIds: [id as never], approve: false, note })
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Decline the opening"
      act={
        <Button variant="filled" loading={decide.running} disabled={!note.trim()} onClick={() => void run()}>
          Decline
        </Button>
      }
    >
      <div className={styles.form}>
        <Textarea
          label="Why"
          description="Whoever asked reads it."
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          data-autofocus
        />
        {decide.refusal && <Refused>{decide.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
