import { permission } from '../../kernel/model/permission.ts'

const sourcing = ['admin', 'recruiter', 'sourcer', 'coordinator'] as const

/** Opens the pools that are the team's, and private ones that are shared with one. */
export const seePools = permission('crm.seePools', 'See pools of the team and those shared with one', [
  ...sourcing,
  'compliance-officer',
])
export const seePrivatePools = permission('crm.seePrivatePools', 'See every private pool', [
  'admin',
  'compliance-officer',
])
export const managePools = permission('crm.managePools', 'Make pools and put people into them', sourcing)
/** Readiness and snooze: what one knows of a person before any application. */
export const keepProspects = permission(
  'crm.keepProspects',
  'Note when people would move, and let them be for a while',
  sourcing,
)
/** A lead is no applicant: it is asked, or let go, never rejected. */
export const considerForJobs = permission(
  'crm.considerForJobs',
  'Consider people who have not applied for jobs, and ask them to apply',
  sourcing,
)

/** Private sequences are their owner's and their sender's. */
export const seeSequences = permission('crm.seeSequences', 'See sequences of the team and one’s own', [
  ...sourcing,
  'compliance-officer',
])
export const seePrivateSequences = permission('crm.seePrivateSequences', 'See every private sequence', [
  'admin',
  'compliance-officer',
])
export const runSequences = permission(
  'crm.runSequences',
  'Write sequences, start them, and put people into them',
  sourcing,
)
export const sendForColleagues = permission(
  'crm.sendForColleagues',
  'Let the mails of a sequence come from a colleague',
  ['admin', 'recruiter'],
)

export const crmPermissions = [
  considerForJobs,
  seePools,
  seePrivatePools,
  managePools,
  keepProspects,
  seeSequences,
  seePrivateSequences,
  runSequences,
  sendForColleagues,
]
