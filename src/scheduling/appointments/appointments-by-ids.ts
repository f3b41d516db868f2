import type { ReadTx } from '../../kernel/transaction.ts'
import type { Appointment } from '../model/appointment.ts'
import { loadAppointments } from './appointment.sql.ts'

/** The appointments with these ids with whoever is asked to them, cancelled ones too, in order of their time. */
export const appointmentsByIds = (tx: ReadTx, ids: readonly string[]): Promise<Appointment[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.rows(loadAppointments(ids))
