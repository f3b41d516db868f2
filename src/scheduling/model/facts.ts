import { factKind } from '../../kernel/model/fact.ts'

export const appointmentBooked = factKind<{ startsAt: string; endsAt: string }>()(
  'appointment.booked',
  'People are to meet at a time.',
)
export const appointmentMoved = factKind<{ startsAt: string; endsAt: string; startedAt: string }>()(
  'appointment.moved',
  'An appointment is at another time or place.',
)
export const appointmentCancelled = factKind<{ startsAt: string }>()(
  'appointment.cancelled',
  'An appointment does not take place.',
)
export const appointmentAnswered = factKind<{ answer: string; userId: string | null }>()(
  'appointment.answered',
  'Somebody who was asked to an appointment said whether they come.',
)
export const availabilitySet = factKind<{ mostADay: number | null; mostAWeek: number | null }>()(
  'availability.set',
  'Somebody said when they meet people, and how often at most.',
)
