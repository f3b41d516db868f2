import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { fieldsOf } from '../../../messaging/model/template.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { fieldWords, markedPieces } from '../compose/letters.ts'
import { MergedText } from '../compose/MergedText.tsx'
import styles from './settings.module.css'

type Template = OutputOf<Queries, 'messaging.templates'>['templates'][number]
type Found = OutputOf<Queries, 'views.searchPeople'>['people'][number]

/** The template as it is being written: with its fields marked, or as a chosen person would read it. */
export const TemplatePreview = ({
  template,
  subject,
  body,
}: {
  readonly template: Template
  readonly subject: string
  readonly body: string
}) => {
  const [person, setPerson] = useState<Found>()
  const [typed, setTyped] = useState('')
  const [words] = useDebouncedValue(typed, 120)
  const found = useAsk('views.searchPeople', { typed: words, limit: 6 }, { enabled: words.length >= 2 }).data
  const people = found?.people ?? []
  const offered = person && !people.some((one) => one.id === person.id) ? [person, ...people] : people
  const mail = usePersonsMail(template, { subject, body }, person?.id)
  return (
    <div className={styles.preview}>
      <Select
        label="Show it as somebody reads it"
        placeholder="Name or mail"
        searchable
        clearable
        data={offered.map((one) => ({ value: one.id, label: one.name }))}
        value={person?.id ?? null}
        onChange={(id) => setPerson(offered.find((one) => one.id === id))}
        searchValue={typed}
        onSearchChange={setTyped}
        // The server found them by more than the name's letters.
        filter={({ options }) => options}
        nothingFoundMessage={words.length >= 2 ? 'Nobody is found by these words' : undefined}
      />
      {person === undefined ? (
        <MergedText says="What is merged in is marked" pieces={markedPieces(`${subject}\n\n${body}`)} />
      ) : mail?.spans ? (
        <MergedText
          says={`As ${person.name} reads it; what is known only when it is sent stands in brackets`}
          pieces={[...mail.spans.subject, { text: '\n\n' }, ...mail.spans.body]}
        />
      ) : (
        mail && !mail.verdict.allowed && <Refused>{mail.verdict.says}</Refused>
      )}
    </div>
  )
}

/** What this person would get, for the application they have. */
const usePersonsMail = (
  template: Template,
  written: { readonly subject: string; readonly body: string },
  candidateId: string | undefined,
) => {
  const [{ subject, body }] = useDebouncedValue(written, 250)
  const applications = useAsk(
    'ats.applicationsOfCandidate',
    { candidateId: candidateId as never },
    { enabled: candidateId !== undefined, placeholderData: undefined },
  ).data?.applications
  const latest = applications?.[0]
  const later = fieldsOf(`${subject}\n${body}`).fields.filter(
    (field) => !/^(candidate|organisation|sender)\./.test(field),
  )
  return useAsk(
    'messaging.previewMail',
    {
      candidateIds: candidateId ? [candidateId] : [],
      purpose: template.purpose === 'service' ? 'process' : template.purpose,
      ...(latest ? { applicationId: latest.id, jobId: latest.jobId } : {}),
      template: {
        key: template.key,
        fields: {
          ...Object.fromEntries(later.map((field) => [field, `[${fieldWords(field)}]`])),
          ...(latest ? { 'job.title': latest.jobTitle } : {}),
        },
      },
      subject,
      text: body,
    },
    { enabled: applications !== undefined, placeholderData: undefined, retry: false },
  ).data?.mails[0]
}
