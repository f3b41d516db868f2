import { permission } from '../../kernel/model/permission.ts'

export const addFiles = permission('documents.addFiles', 'Add files to people', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
])
export const readFiles = permission('documents.readFiles', 'Open files of the people one may see', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
  'hiring-manager',
  'interviewer',
  'compliance-officer',
])
