import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Remark } from '../../../jurisdictions/model/remark.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { currencies } from './currencies.ts'
import styles from './jobs.module.css'
import { Remarks } from './Remarks.tsx'

const noOffice = 'none'

/** The short way: title, office, pay and text, and the posting is live. Everything else can follow. */
export const NewJob = ({ onClose }: { readonly onClose: () => void }) => {
  const navigate = useNavigate()
  const offices = useAsk('accounts.offices', {}, { staleTime: 60_000 }).data ?? []
  const [title, setTitle] = useState('')
  const [office, setOffice] = useState<string | null>(null)
  const [from, setFrom] = useState<number | string>('')
  const [to, setTo] = useState<number | string>('')
  const [currency, setCurrency] = useState<string | null>('EUR')
  const [period, setPeriod] = useState<string | null>('year')
  const [body, setBody] = useState('')
  const create = useCall('ats.createJob', { freshens: ['ats.jobs'] })
  const chosen = offices.find((one) => one.id === (office ?? offices[0]?.id))
  const hasPay = from !== '' && to !== ''
  const ready = title.trim() !== '' && chosen !== undefined
  const run = async (publish: boolean) => {
    if (!chosen) return
    const answer = await create.run({
      title,
      officeId: chosen.id,
      country: chosen.country,
      ...(hasPay
        ? {
            pay: {
              min: Number(from),
              max: Number(to),
              currency: currency ?? 'EUR',
              period: (period ?? 'year') as 'year',
            },
          }
        : {}),
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
        <div className={styles.pay}>
          <NumberInput
            label="Pay from"
            value={from}
            onChange={setFrom}
            min={0}
            thousandSeparator
            hideControls
          />
          <NumberInput label="to" value={to} onChange={setTo} min={0} thousandSeparator hideControls />
          <Select label="Currency" data={currencies} value={currency} onChange={setCurrency} searchable />
          <Select
            label="per"
            data={['year', 'month', 'week', 'day', 'hour']}
            value={period}
            onChange={setPeriod}
            allowDeselect={false}
          />
        </div>
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
