import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { people } from '../candidates/people-words.ts'
import { AskComposer } from './AskComposer.tsx'
import { useConsider } from './use-consider.ts'

/** People who have not applied, for a job: they stand on its board, or are asked to apply in the same act. */
export const ConsiderDialog = ({
  ids,
  name,
  job: given,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  /** Whom, where it is one. */
  readonly name?: string
  /** The job, where it is known; then they are asked at once. */
  readonly job?: { readonly id: string; readonly title: string }
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const [chosen, setChosen] = useState(given?.id)
  const [asking, setAsking] = useState(given !== undefined)
  const mayWrite = useMay('messaging.write')
  const { consider, running, refusal } = useConsider()
  const jobs = useAsk('ats.jobs', {}).data?.jobs.filter(({ state }) => state !== 'closed') ?? []
  const job = given ?? jobs.find(({ id }) => id === chosen)
  const whom = name ?? people(ids.length)
  if (asking && job)
    return (
      <Dialog opened onClose={onClose} title={`Ask ${whom} to apply for ${job.title}`} size={720}>
        <AskComposer ids={ids} name={whom} job={job} onSent={onDone} />
      </Dialog>
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Consider ${whom} for a job`}
      act={
        <>
          <Button
            variant={mayWrite ? 'default' : 'filled'}
            loading={running}
            disabled={!job}
            onClick={async () => {
              if (job && (await consider(job.id, job.title, ids))) onDone()
            }}
          >
            Consider
          </Button>
          {mayWrite && (
            <Button variant="filled" disabled={!job} onClick={() => setAsking(true)}>
              Ask to apply…
            </Button>
          )}
        </>
      }
    >
      <Select
        label="Job"
        placeholder={jobs.length === 0 ? 'No job is open' : 'Choose a job'}
        data={jobs.map(({ id, title, code }) => ({ value: id, label: `${title} · ${code}` }))}
        value={chosen ?? null}
        onChange={(value) => setChosen(value ?? undefined)}
        searchable
        nothingFoundMessage="No job like this"
        data-autofocus
      />
      <p>
        Considered, they stand as leads on the job’s board and its team sees them. Nobody is told, and who
        never applied is never rejected.
      </p>
      {refusal && <Refused>{refusal.says}</Refused>}
    </Dialog>
  )
}
