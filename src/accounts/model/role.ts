import { z } from 'zod'

/** The parts people play in hiring. A user may play several. */
export const roles = [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
  'hiring-manager',
  'interviewer',
  'employee',
  'compliance-officer',
] as const

export type Role = (typeof roles)[number]

export const roleSchema = z.enum(roles)
