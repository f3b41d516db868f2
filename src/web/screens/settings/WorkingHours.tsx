import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { FormFields, HairlineList, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import type { Availability } from '../../../scheduling/model/working-hours.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import styles from './settings.module.css'
import { WorkingDay } from './WorkingDay.tsx'
import hours from './working-hours.module.css'

/** When one meets people, and how often at most: what is offered to others stays within it. */
export const WorkingHours = () => {
  const own = useAsk('scheduling.ownAvailability', {}).data
  return own ? <Hours key={JSON.stringify(own)} own={own} /> : null
}

const Hours = ({ own }: { readonly own: Availability }) => {
  const [wanted, setWanted] = useState(own)
  const [saved, setSaved] = useState(false)
  const save = useCall('scheduling.setAvailability', { done: (answer) => setSaved(answer.ok) })
  const change = (part: Partial<Availability>) => {
    setSaved(false)
    setWanted({ ...wanted, ...part })
  }
  const limit = (key: 'mostADay' | 'mostAWeek', label: string) => (
    <NumberInput
      label={label}
      placeholder="No limit"
      value={wanted[key] ?? ''}
      min={1}
      allowDecimal={false}
      onChange={(next) => change({ [key]: typeof next === 'number' ? next : null })}
    />
  )
  return (
    <section>
      <SectionHead title="Working hours" says="Times to meet are looked for within them" />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save.run(wanted)
        }}
      >
        <div className={hours.hours}>
          <HairlineList label="Working hours">
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <WorkingDay
                key={weekday}
                weekday={weekday}
                hours={wanted.hours.filter((one) => one.weekday === weekday)}
                onHours={(ofDay) =>
                  change({ hours: [...wanted.hours.filter((one) => one.weekday !== weekday), ...ofDay] })
                }
              />
            ))}
          </HairlineList>
          <FormFields columns={2}>
            <ZoneChoice label="Clock of" value={wanted.zone} onChange={(zone) => change({ zone })} />
            <NumberInput
              label="Free minutes around a meeting"
              value={wanted.bufferMinutes}
              min={0}
              max={240}
              step={5}
              allowDecimal={false}
              onChange={(next) => change({ bufferMinutes: typeof next === 'number' ? next : 0 })}
            />
            {limit('mostADay', 'Meetings a day at most')}
            {limit('mostAWeek', 'Meetings a week at most')}
          </FormFields>
        </div>
        {save.refusal && <Refused>{save.refusal.says}</Refused>}
        <div className={styles.acts}>
          <Button type="submit" variant="default" loading={save.running}>
            Save working hours
          </Button>
          {saved && <span role="status">Saved</span>}
        </div>
      </form>
    </section>
  )
}
