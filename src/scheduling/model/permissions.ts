import { permission } from '../../kernel/model/permission.ts'

/** Shows when colleagues can meet; never what they do otherwise. */
export const seeFreeSlots = permission('scheduling.seeFreeSlots', 'See when colleagues are free to meet', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
  'hiring-manager',
])

export const schedulingPermissions = [seeFreeSlots]
