import { Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import type { Debriefed, InterviewShown } from './debriefed.ts'

/** Says anew who holds an interview that has no time yet. */
export const InterviewersDialog = ({
  of,
  interview,
  onClose,
}: {
  readonly of: Debriefed
  readonly interview: InterviewShown
  readonly onClose: () => void
}) => {
  const [ids, setIds] = useState<readonly string[]>(interview.interviewers.map(({ userId }) => userId))
  const save = useCall('ats.setInterviewers', { freshens: ['ats.debrief', 'views.home'] })
  const run = async () => {
    const answer = await save.run({
      interviews: [{ interviewId: interview.id, interviewerIds: [...ids] }],
    } as never)
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Who holds “${interview.name}”`}
      act={
        <Button
          variant="filled"
          disabled={ids.length === 0}
          loading={save.running}
          onClick={() => void run()}
        >
          Save
        </Button>
      }
    >
      <MultiSelect
        label="Of the job’s team"
        data={of.team.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={[...ids]}
        onChange={setIds}
        data-autofocus
      />
      {save.refusal && <Refused>{save.refusal.says}</Refused>}
    </Dialog>
  )
}
