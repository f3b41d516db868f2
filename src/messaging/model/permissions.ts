import { permission } from '../../kernel/model/permission.ts'

const team = ['admin', 'recruiter', 'sourcer', 'coordinator'] as const

export const seeMail = permission('messaging.see', 'Read the conversations with candidates one may see', [
  ...team,
  'hiring-manager',
  'compliance-officer',
])

export const writeMail = permission(
  'messaging.write',
  'Write to candidates, and stop or hasten waiting mails',
  team,
)

export const overrideGuard = permission(
  'messaging.override',
  'Write in spite of the contact guard where its rule allows, with a note',
  ['admin', 'recruiter'],
)

export const manageTemplates = permission('messaging.manageTemplates', 'Write and change mail templates', [
  'admin',
  'recruiter',
])

export const seeAllMail = permission(
  'messaging.seeAll',
  'Read every mail that was sent, as it was received',
  ['admin'],
)

export const messagingPermissions = [seeMail, writeMail, overrideGuard, manageTemplates, seeAllMail] as const
