import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { originSays } from '../../../candidates/model/candidate.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { FormFields, WideField } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import type { Person } from './use-person.ts'

const fields = [
  { key: 'name', label: 'Name, as they write it', wide: true },
  { key: 'goesBy', label: 'Goes by' },
  { key: 'pronouns', label: 'Pronouns' },
  { key: 'headline', label: 'Headline', wide: true },
  { key: 'title', label: 'Title' },
  { key: 'company', label: 'Company' },
  { key: 'location', label: 'Lives in' },
  { key: 'country', label: 'Country, two letters' },
  { key: 'language', label: 'Language, as in en' },
  { key: 'timeZone', label: 'Time zone, as in Europe/Warsaw' },
] as const
type Key = (typeof fields)[number]['key']

/** Corrects the values of the record; what each was before stays in its provenance, which is shown. */
export const DetailsDialog = ({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) => {
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map(({ key }) => [key, person[key] ?? ''])) as Record<Key, string>,
  )
  const correct = useCall('candidates.correctCandidates', {
    freshens: ['views.candidate', 'views.candidates', 'views.timeline'],
    done: (answer) => answer.ok && onClose(),
  })
  const changed = fields.filter(({ key }) => values[key].trim() !== (person[key] ?? ''))
  return (
    <Dialog
      opened
      size={640}
      onClose={onClose}
      title="Details"
      act={
        <Button
          variant="filled"
          loading={correct.running}
          disabled={changed.length === 0 || values.name.trim() === ''}
          onClick={() =>
            void correct.run({
              candidates: [
                {
                  candidateId: person.id,
                  ...Object.fromEntries(changed.map(({ key }) => [key, values[key]])),
                },
              ],
            })
          }
        >
          Save
        </Button>
      }
    >
      <FormFields columns={2}>
        {fields.map((field) => {
          const input = (
            <TextInput
              key={field.key}
              label={field.label}
              description={cameFrom(person, field.key)}
              value={values[field.key]}
              data-autofocus={field.key === 'name' || undefined}
              onChange={(event) => setValues({ ...values, [field.key]: event.currentTarget.value })}
            />
          )
          return 'wide' in field ? <WideField key={field.key}>{input}</WideField> : input
        })}
      </FormFields>
      {correct.refusal && <Refused>{correct.refusal.says}</Refused>}
    </Dialog>
  )
}

const cameFrom = (person: Person, key: Key): ReactNode => {
  const came = person.provenance.find(({ field, value }) => field === key && value === person[key])
  return (
    came && (
      <>
        Came in {originSays[came.cameFrom] ?? came.cameFrom}, <DateText at={came.cameAt} as="day" />
      </>
    )
  )
}
