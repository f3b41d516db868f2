import { permission } from '../../kernel/model/permission.ts'

export const importPeople = permission('exchange.importPeople', 'Import people and take an import back', [
  'admin',
  'recruiter',
  'sourcer',
])

/** A whole list leaves the house: fewer hold this than may see the list. */
export const exportPeople = permission('exchange.exportPeople', 'Export candidates and applications', [
  'admin',
  'recruiter',
  'compliance-officer',
])
