import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useAsk } from '../../api/use-ask.ts'

/** Whom a mail is for, as far as the composer must know. */
export interface Reader {
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly jobTitle?: string | null
}

/** What is being written to one person: the text, its template, and what this person would read. */
export const useDraft = (reader: Reader) => {
  const [text, setText] = useState('')
  const [template, setTemplate] = useState<string>()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const [resting] = useDebouncedValue(text, 250)
  const known = { ...(reader.jobTitle ? { 'job.title': reader.jobTitle } : {}), ...filled(fields) }
  const merges = template !== undefined || resting.includes('{{')
  const preview = useAsk(
    'messaging.previewMail',
    {
      candidateIds: reader.candidateId ? [reader.candidateId] : [],
      purpose: 'process',
      ...(reader.applicationId ? { applicationId: reader.applicationId } : {}),
      ...(reader.jobId ? { jobId: reader.jobId } : {}),
      ...(template ? { template: { key: template, fields: known } } : { subject: 'Re' }),
      text: resting || '…',
    },
    { enabled: merges && reader.candidateId !== null, retry: false },
  ).data?.mails[0]
  return {
    text,
    setText,
    template,
    setTemplate,
    fields,
    setField: (name: string, value: string) => setFields({ ...fields, [name]: value }),
    preview: merges ? preview : undefined,
    /** What the mail is sent with. */
    sent: { text, ...(template ? { template: { key: template, fields: known } } : {}) },
    clear: () => {
      setText('')
      setTemplate(undefined)
      setFields({})
    },
  }
}

const filled = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
