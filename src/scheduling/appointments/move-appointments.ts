import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { type Appointment, checkTimes, type Move, move } from '../model/appointment.ts'
import { appointmentCancelled, appointmentMoved } from '../model/facts.ts'
import { loadAppointments, lockAppointments, saveAppointments } from './appointment.sql.ts'
import { about, requireFree } from './book-appointments.ts'

const notBooked = refuse('not-booked', 'This appointment was cancelled. Book a new one.')

/** Puts appointments to other times or places; all of the list or none. Refuses with `taken` as booking does. */
export const moveAppointments = async (
  tx: WriteTx,
  moves: readonly Move[],
): Promise<Result<{ appointmentIds: string[] }>> => {
  const before = await lockedAppointments(
    tx,
    moves.map(({ appointmentId }) => appointmentId),
  )
  const byId = new Map(before.map((appointment) => [appointment.id, appointment]))
  const moved: Appointment[] = []
  for (const to of moves) {
    const appointment = byId.get(to.appointmentId)
    if (!appointment) return refuse('not-found', 'There is no such appointment.')
    if (appointment.state !== 'booked') return notBooked
    const checked = checkTimes(move(appointment, to))
    if (!checked.ok) return checked
    moved.push(checked.value)
  }
  const free = await requireFree(
    tx,
    moved.flatMap(({ id, startsAt, endsAt, attendees }) =>
      attendees.flatMap(({ userId }) => (userId ? [{ appointmentId: id, userId, startsAt, endsAt }] : [])),
    ),
  )
  if (!free.ok) return free
  const atOtherTimes = moved.filter(
    ({ id, startsAt, endsAt }) => startsAt !== byId.get(id)?.startsAt || endsAt !== byId.get(id)?.endsAt,
  )
  await tx.change(
    saveAppointments(
      moved,
      atOtherTimes.map(({ id }) => id),
    ),
  )
  for (const { id, startsAt, endsAt, attendees } of moved)
    tx.record(
      appointmentMoved(about(id, attendees), {
        startsAt,
        endsAt,
        startedAt: byId.get(id)?.startsAt ?? startsAt,
      }),
    )
  return ok({ appointmentIds: moved.map(({ id }) => id) })
}

/** Calls appointments off and gives the time back; whichever was called off already stays so. */
export const cancelAppointments = async (
  tx: WriteTx,
  appointmentIds: readonly string[],
): Promise<{ cancelled: string[] }> => {
  const cancelled = (await lockedAppointments(tx, appointmentIds))
    .filter(({ state }) => state === 'booked')
    .map(
      (appointment): Appointment => ({
        ...appointment,
        state: 'cancelled',
        sequence: appointment.sequence + 1,
      }),
    )
  if (cancelled.length === 0) return { cancelled: [] }
  await tx.change(saveAppointments(cancelled, []))
  for (const { id, startsAt, attendees } of cancelled)
    tx.record(appointmentCancelled(about(id, attendees), { startsAt }))
  return { cancelled: cancelled.map(({ id }) => id) }
}

/** The appointments as they stand now, held until the transaction ends. */
const lockedAppointments = async (tx: WriteTx, ids: readonly string[]): Promise<Appointment[]> => {
  await tx.rows(lockAppointments(ids))
  return tx.rows(loadAppointments(ids))
}
