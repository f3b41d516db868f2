import type { CandidateId } from '../../kernel/model/id.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { type AttendeeId, type Booking, checkTimes } from '../model/appointment.ts'
import { appointmentBooked } from '../model/facts.ts'
import { insertAppointments, lockDiaries, takenUsers, type Wanted } from './appointment.sql.ts'

/**
 * Books people’s time; all of the list or none. Refuses with `taken` where a user is booked already, and names whom
 * (`details.userIds`): however many try at once, one gets the time. The caller has checked who may book whom.
 */
export const bookAppointments = async (
  tx: WriteTx,
  bookings: readonly Booking[],
): Promise<Result<{ appointmentIds: string[] }>> => {
  for (const booking of bookings) {
    const checked = checkTimes(booking)
    if (!checked.ok) return checked
  }
  const appointments = bookings.map((booking) => ({ ...booking, id: booking.appointmentId ?? newId() }))
  const attendees = appointments.flatMap(({ id, attendees }) =>
    once(attendees).map(({ userId = null, candidateId = null }) => ({
      id: newId(),
      appointmentId: id,
      userId,
      candidateId,
    })),
  )
  const free = await requireFree(
    tx,
    appointments.flatMap(({ id, startsAt, endsAt, attendees }) =>
      attendees.flatMap(({ userId }) => (userId ? [{ appointmentId: id, userId, startsAt, endsAt }] : [])),
    ),
  )
  if (!free.ok) return free
  await tx.change(insertAppointments(appointments, attendees, tx.now))
  for (const { id, startsAt, endsAt, attendees } of appointments)
    tx.record(appointmentBooked(about(id, attendees), { startsAt, endsAt }))
  return ok({ appointmentIds: appointments.map(({ id }) => id) })
}

/** Holds the users’ diaries until the transaction ends; refuses where one of them is booked then. */
export const requireFree = async (tx: WriteTx, wanted: readonly Wanted[]): Promise<Result<null>> => {
  await tx.rows(lockDiaries(wanted.map(({ userId }) => userId)))
  const taken = await tx.rows(takenUsers(wanted))
  return taken.length === 0
    ? ok(null)
    : refuse('taken', 'Somebody is booked at this time already. Choose another time.', {
        field: 'startsAt',
        details: { userIds: taken.map(({ userId }) => userId) },
      })
}

/** A fact about an appointment stands on the timeline of the candidate who is to come. */
export const about = (
  appointmentId: string,
  attendees: readonly { readonly candidateId?: string | null }[],
) => ({
  subjectId: appointmentId,
  candidateId: (attendees.find(({ candidateId }) => candidateId)?.candidateId ?? null) as CandidateId | null,
})

const once = (attendees: readonly AttendeeId[]): AttendeeId[] => [
  ...new Map(attendees.map((attendee) => [attendee.userId ?? attendee.candidateId, attendee])).values(),
]
