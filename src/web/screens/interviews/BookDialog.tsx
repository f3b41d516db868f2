import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { clockText, dayOf, momentAt } from '../../../design/dates.ts'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { FormFields, WideField } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useReader } from '../../../design/reader.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import type { Debriefed, InterviewShown } from './debriefed.ts'
import styles from './interviews.module.css'

/** Sets or moves the time of an interview, said on the clocks of both sides. */
export const BookDialog = ({
  of,
  interview,
  onClose,
}: {
  readonly of: Debriefed
  readonly interview: InterviewShown
  readonly onClose: () => void
}) => {
  const reader = useReader()
  const zoneAtFirst = interview.zone ?? reader.zone
  const startAtFirst = interview.startsAt
    ? new Date(interview.startsAt)
    : new Date(Date.now() + 3 * 86_400_000)
  const [day, setDay] = useState(dayOf(startAtFirst, { ...reader, zone: zoneAtFirst }))
  const [time, setTime] = useState(
    interview.startsAt
      ? startAtFirst.toLocaleTimeString('sv-SE', { timeZone: zoneAtFirst }).slice(0, 5)
      : '10:00',
  )
  const [zone, setZone] = useState(zoneAtFirst)
  const [place, setPlace] = useState(interview.place ?? '')
  const theirs = useAsk('views.candidate', { candidateId: of.candidateId }).data?.timeZone
  const book = useCall('ats.bookInterviews', { freshens: ['ats.debrief', 'views.home', 'views.timeline'] })
  const at = day && time ? momentAt(day, time, zone) : undefined
  const run = async () => {
    if (!at) return
    const answer = await book.run({
      bookings: [{ interviewId: interview.id, startsAt: at.toISOString(), zone, place }],
    })
    if (answer.ok) onClose()
  }
  const others = [...new Set([theirs, reader.zone])].filter((one) => one && one !== zone) as string[]
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${interview.startsAt ? 'Move' : 'Book'} “${interview.name}” with ${of.name}`}
      act={
        <Button variant="filled" disabled={!at} loading={book.running} onClick={() => void run()}>
          {interview.startsAt ? 'Move it' : 'Book it'}
        </Button>
      }
    >
      <FormFields columns={2}>
        <TextInput
          type="date"
          label="Day"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          data-autofocus
        />
        <TextInput
          type="time"
          label="From"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
        <WideField>
          <ZoneChoice label="On the clocks of" value={zone} onChange={setZone} />
        </WideField>
        <WideField>
          <TextInput
            label="Where"
            placeholder="A room, a link or a telephone number"
            value={place}
            maxLength={300}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        </WideField>
      </FormFields>
      {at && (
        <p className={styles.says}>
          {interview.minutes} minutes from {clockText(at, reader, zone)}
          {others.map((one) => (
            <span key={one}>
              {one === theirs ? '; for them ' : '; for you '}
              {clockText(at, reader, one)}
            </span>
          ))}
          {!theirs && '. Their own zone is not known.'}
        </p>
      )}
      {book.refusal && <Refused>{book.refusal.says}</Refused>}
    </Dialog>
  )
}
