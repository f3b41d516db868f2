import { Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { FormFields } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'

/** Puts the writer of a mail on record, as they call themselves there. */
export const NewFromMail = ({
  name: given,
  address,
  running,
  refused,
  onClose,
  onAdd,
}: {
  readonly name: string
  readonly address: string
  readonly running: boolean
  readonly refused: string | undefined
  readonly onClose: () => void
  readonly onAdd: (name: string) => void
}) => {
  const form = useId()
  const [name, setName] = useState(given)
  return (
    <Dialog
      opened
      title="Put them on record"
      onClose={onClose}
      act={
        <Button type="submit" form={form} variant="filled" loading={running} disabled={name.trim() === ''}>
          Add person
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          onAdd(name)
        }}
      >
        <FormFields>
          <TextInput
            label="Name, as they write it"
            required
            data-autofocus
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Mail"
            description="From their mail, which is noted as the source."
            value={address}
            readOnly
          />
        </FormFields>
      </form>
      {refused && <Refused>{refused}</Refused>}
    </Dialog>
  )
}
