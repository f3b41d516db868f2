import { roles } from '../../accounts/model/role.ts'
import { permission } from '../../kernel/model/permission.ts'

const team = ['admin', 'recruiter', 'sourcer', 'coordinator'] as const

/** Opens the screens; which people are on them is decided by sight. */
export const see = permission('candidates.see', 'See the candidates one works with', roles)

/** Sight of everyone who is not confidential; without it only of people one was brought in for. */
export const seeAll = permission('candidates.seeAll', 'See every candidate', [...team, 'compliance-officer'])

export const seeConfidential = permission(
  'candidates.seeConfidential',
  'See candidates of confidential jobs without being on their team',
  ['admin', 'compliance-officer'],
)

export const edit = permission('candidates.edit', 'Add and correct candidates', team)

export const note = permission('candidates.note', 'Write notes and tasks on candidates one may see', roles)

/** Reads what colleagues wrote for recruiters only. */
export const readRecruiterNotes = permission(
  'candidates.readRecruiterNotes',
  'Read notes written for recruiters only',
  ['admin', 'recruiter', 'sourcer'],
)

export const merge = permission('candidates.merge', 'Merge duplicates and undo a merge', [
  'admin',
  'recruiter',
  'sourcer',
])

export const recordConsent = permission('candidates.recordConsent', 'Record what a candidate consented to', [
  ...team,
  'compliance-officer',
])

export const holdContact = permission(
  'candidates.holdContact',
  'Mark a candidate as do-not-contact and lift it',
  [...team, 'compliance-officer'],
)

export const permissions = [
  see,
  seeAll,
  seeConfidential,
  edit,
  note,
  readRecruiterNotes,
  merge,
  recordConsent,
  holdContact,
] as const
