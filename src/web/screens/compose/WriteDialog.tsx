import { Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { people as peopleWords } from '../candidates/people-words.ts'
import { WriteComposer } from './WriteComposer.tsx'

type Purpose = 'process' | 'outreach'

/** The composer for those chosen in a list or on their page, with what the mail is about. */
export const WriteDialog = ({
  ids,
  name,
  purpose: usual = 'outreach',
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly purpose?: Purpose
  /** Whom, where it is one. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const reached = ids.slice(0, mostAtOnce)
  const [purpose, setPurpose] = useState<Purpose>(usual)
  const whom = name ?? peopleWords(reached.length)
  return (
    <Dialog opened onClose={onClose} title={`Write to ${whom}`} size={720}>
      {ids.length > mostAtOnce && (
        <Refused>One mail reaches {mostAtOnce} at once; these are the first ones.</Refused>
      )}
      <Select
        label="What it is about"
        data={[
          { value: 'outreach', label: 'Getting to know them' },
          { value: 'process', label: 'Their application' },
        ]}
        value={purpose}
        onChange={(value) => setPurpose((value ?? 'outreach') as Purpose)}
        allowDeselect={false}
        w={{ base: '100%', sm: 240 }}
      />
      <WriteComposer about={{ candidateIds: reached, purpose }} name={whom} onSent={onDone} />
    </Dialog>
  )
}

const mostAtOnce = 500
