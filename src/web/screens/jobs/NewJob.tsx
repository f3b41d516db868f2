import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Pay } from '../../../ats/model/job.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Remark } from '../../../jurisdictions/model/remark.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { PayFields } from '../job-setup/PayFields.tsx'
import styles from './jobs.module.css'
import { Remarks } from './Remarks.tsx'

const noOffice = 'none'

/** The short way: title, office, pay and text, and the posting is live. Everything else can follow. */
export const NewJob = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const offices = useAsk('accounts.offices', {}, { staleTime: 60_000 }).data ?? []
  const [title, setTitle] = useState('')
  const [office, setOffice] = useState<string | null>(null)
  const [pay, setPay] = useState<Pay | null>(null)
  const [body, setBody] = useState('')
  const create = useCall('ats.createJob', { freshens: ['ats.jobs'] })
  const chosen = offices.find((one) => one.id === (office ?? offices[0]?.id))
  const ready = title.trim() !== '' && chosen !== undefined
  const run = async (publish: boolean) => {
    if (!chosen) return
    const answer = await create.run({
      title,
      officeId: chosen.id,
      country: chosen.country,
      ...(pay ? { pay } : {}),
      post: {
        body,
        locations: [{ ...(chosen.city ? { city: chosen.city } : {}), country: chosen.country }],
        publish,
      },
    })
    if (!answer.ok) return
    void navigate({
      to: publish ? '/jobs/$jobId/posting' : '/jobs/$jobId/set-up',
      params: { jobId: answer.value.jobId },
    } as never)
  }
  const remarks = create.refusal?.code === 'law-blocks' ? (create.refusal.details as readonly Remark[]) : []
  return (
    <Dialog
      opened
      onClose={onClose}
      title="New job"
      size={640}
      act={
        <>
          <Button disabled={!ready} loading={create.running} onClick={() => void run(false)}>
            Keep as a draft
          </Button>
          <Button
            variant="filled"
            disabled={!ready || body.trim() === ''}
            loading={create.running}
            onClick={() => void run(true)}
          >
            Publish
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextInput
          label="Title"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          required
          maxLength={200}
          data-autofocus
        />
        <Select
          label="Office"
          description="Its country decides which laws the posting is held to."
          data={offices.map((one) => ({ value: one.id, label: one.name }))}
          value={chosen?.id ?? noOffice}
          onChange={setOffice}
          allowDeselect={false}
        />
        <PayFields value={pay} onChange={setPay} />
        <Textarea
          label="Text"
          description="What one will do, what it takes, how it goes on. A line that begins with # starts a passage."
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          autosize
          minRows={8}
          maxRows={18}
        />
        {create.refusal && (
          <Refused>
            {create.refusal.says}
            {create.refusal.code === 'law-blocks' && ' Nothing was made; what you typed is still here.'}
          </Refused>
        )}
        {remarks.length > 0 && <Remarks remarks={remarks} />}
      </div>
    </Dialog>
  )
}
