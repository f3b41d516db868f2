import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { FormFields, WideField } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'

const fields = ['name', 'email', 'phone', 'title', 'company', 'location', 'link', 'sourceDetail'] as const
type Fields = Record<(typeof fields)[number], string>
const empty = Object.fromEntries(fields.map((field) => [field, ''])) as Fields

/** One person by hand. Who is certainly on record already is recognised, and says so. */
export const PersonForm = ({
  onDone,
  children,
}: {
  readonly onDone: (candidateId: string) => void
  readonly children?: ReactNode
}) => {
  const me = useMe()
  const [values, setValues] = useState(empty)
  const [recognised, setRecognised] = useState<string>()
  const add = useCall('candidates.addCandidates', { freshens: ['views.candidates', 'views.candidateFacets'] })
  const field = (key: keyof Fields) => ({
    value: values[key],
    onChange: (event: FormEvent<HTMLInputElement>) =>
      setValues({ ...values, [key]: event.currentTarget.value }),
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { name, email, phone, link, sourceDetail, ...said } = values
    const answer = await add.run({
      candidates: [
        {
          name,
          ...Object.fromEntries(Object.entries(said).filter(([, value]) => value.trim() !== '')),
          ...(email.trim() ? { emails: email.split(/[\s,;]+/u).filter(Boolean) } : {}),
          ...(phone.trim() ? { phones: [phone] } : {}),
          ...(link.trim() ? { links: link.split(/[\s,;]+/u).filter(Boolean) } : {}),
          ...(sourceDetail.trim() ? { sourceDetail } : {}),
          ...(me ? { ownerId: me.user.id } : {}),
        },
      ],
    })
    if (!answer.ok) return
    const one = answer.value.candidates[0]!
    if (one.isNew) onDone(one.candidateId)
    else setRecognised(one.candidateId)
  }
  if (recognised)
    return (
      <>
        <p>
          This person is on record already: the address says so. What you wrote was added where it was
          missing; nothing was overwritten.
        </p>
        <Group justify="end">
          <Button variant="filled" onClick={() => onDone(recognised)}>
            Show them
          </Button>
        </Group>
      </>
    )
  return (
    <form onSubmit={(event) => void submit(event)}>
      <FormFields columns={2}>
        <WideField>
          <TextInput
            label="Name, as they write it"
            required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            {...field('name')}
          />
        </WideField>
        <TextInput label="Mail" inputMode="email" autoComplete="off" {...field('email')} />
        <TextInput label="Phone" inputMode="tel" autoComplete="off" {...field('phone')} />
        <TextInput label="Title" maxLength={200} {...field('title')} />
        <TextInput label="Company" maxLength={200} {...field('company')} />
        <TextInput label="Lives in" maxLength={200} {...field('location')} />
        <TextInput label="Link" placeholder="A profile or site" {...field('link')} />
        <WideField>
          <TextInput
            label="Where you know them from"
            description="The law lets a person ask where you have their data from."
            maxLength={200}
            {...field('sourceDetail')}
          />
        </WideField>
      </FormFields>
      {add.refusal && <Refused>{add.refusal.says}</Refused>}
      <Group justify="end" mt="lg" gap={8}>
        {children}
        <Button type="submit" variant="filled" loading={add.running} disabled={values.name.trim() === ''}>
          Add person
        </Button>
      </Group>
    </form>
  )
}
