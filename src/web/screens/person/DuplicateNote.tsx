import { Button } from '@mantine/core'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { MergeDialog, takeBack } from '../duplicates/MergeDialog.tsx'
import type { Person } from './use-person.ts'

/** Perhaps the same person twice, with the reasons; and merges that can still be taken back. */
export const DuplicateNote = ({ person }: { readonly person: Person }) => {
  const may = useMay('candidates.merge')
  const [merging, setMerging] = useState<string>()
  const settle = useCall('candidates.settleDuplicates', {
    freshens: ['views.candidate', 'candidates.duplicates'],
  })
  if (!may) return null
  return (
    <>
      {person.duplicates.map((other) => (
        <Refused key={other.id}>
          Perhaps the same person as <b>{other.name}</b>: {other.reasons.map(({ says }) => says).join(', ')}.{' '}
          <Button variant="subtle" onClick={() => setMerging(other.candidateId)}>
            Compare and merge
          </Button>
          <Button
            variant="subtle"
            loading={settle.running}
            onClick={() => void settle.run({ suggestionIds: [other.id] })}
          >
            Someone else
          </Button>
        </Refused>
      ))}
      {person.merges.map((merge) => (
        <Refused key={merge.id}>
          {merge.name} was merged into this record <DateText at={merge.mergedAt} as="ago" />.{' '}
          <Button variant="subtle" onClick={() => void takeBack([merge.id])}>
            Take the merge back
          </Button>
        </Refused>
      ))}
      {merging && (
        <MergeDialog
          ids={[person.id, merging]}
          onClose={() => setMerging(undefined)}
          onDone={() => setMerging(undefined)}
        />
      )}
    </>
  )
}
