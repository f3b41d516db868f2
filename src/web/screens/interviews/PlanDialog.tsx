import { Button, Checkbox, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import type { Debriefed } from './debriefed.ts'
import styles from './interviews.module.css'

/** Plans interviews of one applicant after the job’s plan: which ones, and who holds each. */
export const PlanDialog = ({ of, onClose }: { readonly of: Debriefed; readonly onClose: () => void }) => {
  const [wanted, setWanted] = useState<ReadonlyMap<string, readonly string[]>>(
    new Map(of.toPlan.map(({ id, interviewerIds }) => [id, interviewerIds])),
  )
  const plan = useCall('ats.planInterviews', { freshens: ['ats.debrief', 'views.home', 'views.timeline'] })
  const choose = (id: string, people: readonly string[] | undefined) => {
    const next = new Map(wanted)
    if (people) next.set(id, people)
    else next.delete(id)
    setWanted(next)
  }
  const chosen = of.toPlan.filter(({ id }) => wanted.has(id))
  const isReady = chosen.length > 0 && chosen.every(({ id }) => wanted.get(id)!.length > 0)
  const run = async () => {
    const answer = await plan.run({
      interviews: chosen.map(({ id }) => ({
        applicationId: of.applicationId,
        stepId: id,
        interviewerIds: [...wanted.get(id)!],
      })),
    } as never)
    if (answer.ok) onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Plan interviews with ${of.name}`}
      act={
        <Button variant="filled" disabled={!isReady} loading={plan.running} onClick={() => void run()}>
          {chosen.length === 1 ? 'Plan the interview' : `Plan ${chosen.length} interviews`}
        </Button>
      }
    >
      <p className={styles.says}>
        Whoever holds one is told and finds kit and scorecard on their Home. Only the team of the job can be
        chosen, since it sees the people.
      </p>
      <ul className={styles.steps}>
        {of.toPlan.map((step) => (
          <li key={step.id}>
            <Checkbox
              label={`${step.name}, ${step.minutes} minutes`}
              checked={wanted.has(step.id)}
              onChange={(event) =>
                choose(step.id, event.currentTarget.checked ? step.interviewerIds : undefined)
              }
            />
            {wanted.has(step.id) && (
              <MultiSelect
                aria-label={`Who holds “${step.name}”`}
                placeholder={wanted.get(step.id)!.length === 0 ? 'Who holds it' : undefined}
                data={of.team.map(({ userId, name }) => ({ value: userId, label: name }))}
                value={[...wanted.get(step.id)!]}
                onChange={(ids) => choose(step.id, ids)}
              />
            )}
          </li>
        ))}
      </ul>
      {plan.refusal && <Refused>{plan.refusal.says}</Refused>}
    </Dialog>
  )
}
