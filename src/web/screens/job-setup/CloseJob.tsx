import { Button, Radio, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { templateSays } from '../decide/template-words.ts'
import { useReasons } from '../jobs/use-reasons.ts'
import styles from './setup.module.css'
import type { Job } from './use-job.ts'

/** Closing leaves nobody without an answer: it says who waits and offers one decision for all of them. */
export const CloseJob = ({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) => {
  const [why, setWhy] = useState('filled')
  const [answer, setAnswer] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const reasons = useReasons()
  const left = useAsk('ats.boardTable', { jobId: job.id, limit: 8 })
  const close = useCall('ats.closeJob', { freshens: ['ats.job', 'ats.jobs', 'ats.board', 'ats.boardTable'] })
  const count = left.data?.count ?? 0
  const chosen = reasons.ordered.find(
    (reason) => reason.code === (answer ?? (why === 'filled' ? 'position-filled' : 'position-closed')),
  )
  const run = async () => {
    const said = await close.run({
      jobId: job.id,
      reason: why as 'filled',
      ...(count > 0 && chosen
        ? { everybodyLeft: { reasonCode: chosen.code, ...(note.trim() ? { note } : {}) } }
        : {}),
    })
    if (said.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Close ${job.title}`}
      size={600}
      act={
        <Button variant="filled" loading={close.running} disabled={!left.data} onClick={() => void run()}>
          {count > 0 ? `Answer all ${count} and close` : 'Close the job'}
        </Button>
      }
    >
      <div className={styles.form}>
        <Radio.Group label="Why" value={why} onChange={setWhy}>
          <div className={styles.choices}>
            <Radio value="filled" label="It is filled" />
            <Radio value="cancelled" label="It is cancelled" />
            <Radio value="merged" label="It goes on in another job" />
            <Radio value="other" label="Something else" />
          </div>
        </Radio.Group>
        {count > 0 ? (
          <>
            <p>
              <b>{count === 1 ? 'One person waits' : `${count} people wait`} for an answer.</b> Nobody is left
              without one: decide on them first in the pipeline, or answer all of them now.
            </p>
            <ul className={styles.waiting}>
              {left.data?.rows.map((row) => (
                <li key={row.applicationId}>
                  <Name>{row.name}</Name>
                  <span className={styles.quiet}>
                    applied <DateText at={row.appliedAt} as="ago" />
                  </span>
                </li>
              ))}
              {count > 8 && <li className={styles.quiet}>and {count - 8} more</li>}
            </ul>
            <Select
              label="The answer for all of them"
              description={
                chosen?.templateKey
                  ? `${count} will get “${templateSays(chosen.templateKey)}” on the next working morning; each mail can be cancelled until then.`
                  : 'No letter goes with this reason.'
              }
              data={reasons.sides.map((side) => ({
                group: side.says,
                items: side.reasons.map((reason) => ({ value: reason.code, label: reason.says })),
              }))}
              value={chosen?.code ?? null}
              onChange={setAnswer}
              allowDeselect={false}
            />
            <Textarea
              label="Note for the team"
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              autosize
              minRows={2}
            />
          </>
        ) : (
          <p>Nobody waits for an answer. Its postings go off the site, and open seats close.</p>
        )}
        {close.refusal && <Refused>{close.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
