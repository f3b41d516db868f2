import { type Role, roles } from '../../../accounts/model/role.ts'

const words: Readonly<Record<Role, string>> = {
  admin: 'Administrator',
  recruiter: 'Recruiter',
  sourcer: 'Sourcer',
  coordinator: 'Coordinator',
  'hiring-manager': 'Hiring manager',
  interviewer: 'Interviewer',
  employee: 'Employee',
  'compliance-officer': 'Compliance officer',
}

/** A role as people say it. */
export const roleWords = (role: string): string => words[role as Role] ?? role
export const roleChoices = roles.map((role) => ({ value: role, label: words[role] }))
