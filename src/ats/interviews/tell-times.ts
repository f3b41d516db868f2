import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { cancelMail, mailFrom, mailStates, queueMail } from '../../messaging/door.ts'
import { appointmentsByIds } from '../../scheduling/door.ts'
import type { Appointment } from '../../scheduling/model/appointment.ts'
import { invitationOf } from '../../scheduling/model/invitation.ts'
import { clocks } from '../jobs/clock.ts'
import { interviewSays } from '../model/interview-says.ts'
import { makeLinks } from '../own-page/link-token.ts'
import type { InterviewRow } from './interview.sql.ts'

/** An interview whose appointment was made, moved or called off in this transaction. */
export type Timed = Pick<
  InterviewRow,
  'applicationId' | 'candidateId' | 'jobId' | 'jobTitle' | 'officeId' | 'kind'
> & { readonly appointmentId: string }

/**
 * Tells candidates the times of their interviews, with the entry for their calendar (RFC 5546). Of what was told and has
 * not left only the newest is sent; whoever never heard of a time is not told that it is called off.
 */
export const tellTimes = async (tx: WriteTx, timed: readonly Timed[]): Promise<void> => {
  if (timed.length === 0) return
  const appointments = new Map(
    (
      await appointmentsByIds(
        tx,
        timed.map(({ appointmentId }) => appointmentId),
      )
    ).map((one) => [one.id, one]),
  )
  const before = [...appointments.values()].flatMap(earlierKeys)
  if (before.length > 0) await cancelMail(tx, { dedupeKeys: before })
  const states = await mailStates(tx, before)
  const heard = (one: Appointment) =>
    earlierKeys(one).some((key) => ['sent', 'sending'].includes(states.get(key) ?? ''))
  const people = await contactOf(
    tx,
    timed.map(({ candidateId }) => candidateId),
  )
  const told = timed.flatMap((one) => {
    const appointment = appointments.get(one.appointmentId)!
    const person = people.get(one.candidateId)
    const isNews = appointment.state === 'booked' || heard(appointment)
    return person?.mail && isNews ? [{ ...one, appointment, person, mail: person.mail }] : []
  })
  if (told.length === 0) return
  const links = await makeLinks(tx, told)
  const clockOf = await clocks(tx)
  const from = await mailFrom(tx)
  const interviewers = new Map(
    (await loadUsers(tx, [...new Set(told.flatMap(({ appointment }) => usersOf(appointment)))])).map(
      ({ id, name }) => [id as string, name],
    ),
  )
  await queueMail(
    tx,
    told.map(({ appointment, person, mail, officeId, kind, ...one }, at) => {
      const language = person.language ?? 'en'
      const ours = { ...clockOf(officeId), zone: appointment.zone }
      const says = interviewSays({ ...appointment, kind }, { theirs: person.timeZone, ours }, language)
      const names = usersOf(appointment).flatMap((id) => interviewers.get(id) ?? [])
      return {
        candidateId: one.candidateId,
        applicationId: one.applicationId,
        jobId: one.jobId,
        senderId: appointment.organiserId,
        purpose: 'process' as const,
        template: {
          key: templateOf(appointment, heard(appointment)),
          fields: {
            'job.title': one.jobTitle,
            'application.link': links[at]!,
            'interview.date': says.date,
            'interview.time': says.time,
            'interview.place': says.place,
            'interview.people': new Intl.ListFormat(language).format(names),
          },
        },
        calendar: invitationOf(
          appointment,
          {
            organiser: { name: from.name, mail: from.address },
            attendees: [{ name: person.name, mail, answer: 'none' }],
          },
          tx.now,
        ),
        dedupeKey: keyOf(appointment.id, appointment.sequence),
      }
    }),
  )
}

const keyOf = (appointmentId: string, sequence: number): string => `appointment:${appointmentId}:${sequence}`

const earlierKeys = ({ id, sequence }: Appointment): string[] =>
  Array.from({ length: sequence }, (_, before) => keyOf(id, before))

const usersOf = ({ attendees }: Appointment): string[] => attendees.flatMap(({ userId }) => userId ?? [])

const templateOf = ({ state }: Appointment, heardBefore: boolean): string =>
  state === 'cancelled' ? 'interview-cancelled' : heardBefore ? 'interview-moved' : 'interview-invitation'
