import { Button, Radio } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ReadinessMonths } from '../../../crm/model/readiness.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import candidates from '../candidates/candidates.module.css'
import { people } from '../candidates/people-words.ts'
import type { ActDialog } from '../candidates/use-chosen.ts'
import { freshenPools } from './pool-acts.ts'
import { readinessChoices } from './pool-words.ts'
import styles from './pools.module.css'

/** Notes when the chosen would move, as they said. */
export const ReadinessDialog = ({ ids, onClose, onDone }: ActDialog) => {
  const [months, setMonths] = useState<ReadinessMonths | null>(0)
  const note = useCall('crm.noteReadiness')
  const run = async () => {
    const answer = await note.run({ candidateIds: [...ids], months })
    freshenPools()
    if (!answer.ok) return
    onDone()
    const said = readinessChoices.find((one) => one.months === months)?.says
    notifications.show({ title: `Would move: ${said}`, message: `Noted for ${people(answer.value.noted)}` })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`When would ${people(ids.length)} move?`}
      size={400}
      act={
        <Button variant="filled" loading={note.running} onClick={() => void run()}>
          Note it
        </Button>
      }
    >
      <div className={candidates.form}>
        <Radio.Group
          label="As they said"
          description="It counts for half a year after the day it names, then it has to be asked again."
          value={String(months)}
          onChange={(value) =>
            setMonths(readinessChoices.find((one) => String(one.months) === value)?.months ?? null)
          }
        >
          <div className={styles.options}>
            {readinessChoices.map((one) => (
              <Radio
                key={one.says}
                value={String(one.months)}
                label={one.says}
                data-autofocus={one.months === months || undefined}
              />
            ))}
          </div>
        </Radio.Group>
        {note.refusal && <Refused>{note.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}
