import { permission } from '../../kernel/model/permission.ts'

const team = ['admin', 'recruiter', 'sourcer', 'coordinator', 'compliance-officer']

/** Jobs of one's own teams are seen with this; confidential ones only there. */
export const seeJobs = permission('ats.seeJobs', 'See the jobs whose team one is on', [
  ...team,
  'hiring-manager',
  'interviewer',
  'employee',
])
export const seeAllJobs = permission('ats.seeAllJobs', 'See every job that is not confidential', team)
export const seeConfidentialJobs = permission('ats.seeConfidentialJobs', 'See every confidential job', [
  'admin',
  'compliance-officer',
])
export const seePay = permission('ats.seePay', 'See what a job pays before it is public', [
  'admin',
  'recruiter',
  'compliance-officer',
])
export const manageJobs = permission('ats.manageJobs', 'Set up, change and close jobs', [
  'admin',
  'recruiter',
])
export const requestOpenings = permission('ats.requestOpenings', 'Ask for a seat to be filled', [
  'admin',
  'recruiter',
  'hiring-manager',
])
export const decideOpenings = permission(
  'ats.decideOpenings',
  'Approve or decline a seat asked for by others',
  ['admin', 'hiring-manager'],
)
export const publishPostings = permission('ats.publishPostings', 'Publish and close postings', [
  'admin',
  'recruiter',
])
export const seeApplications = permission('ats.seeApplications', 'See applications on jobs one may see', [
  ...team,
  'hiring-manager',
  'interviewer',
])
export const review = permission('ats.review', 'Review applications', [
  'admin',
  'recruiter',
  'hiring-manager',
])
export const decide = permission('ats.decide', 'Advance, hold, reject and transfer applications', [
  'admin',
  'recruiter',
  'hiring-manager',
])
export const moveApplications = permission('ats.moveApplications', 'Move applications between stages', [
  'admin',
  'recruiter',
  'coordinator',
  'hiring-manager',
])
export const seeFunnel = permission('ats.seeFunnel', 'See the funnel of jobs one may see', [
  ...team,
  'hiring-manager',
])

export const arrangeInterviews = permission(
  'ats.arrangeInterviews',
  'Plan interviews, choose who holds them, and set their times',
  ['admin', 'recruiter', 'coordinator', 'hiring-manager'],
)
/** Whom a job’s plan names may be anybody on its team: the right is everybody’s who may be asked. */
export const interview = permission('ats.interview', 'Fill in scorecards of one’s own interviews', [
  ...team,
  'hiring-manager',
  'interviewer',
  'employee',
])
/** Without it one reads the scorecards of applicants one has interviewed; never before one’s own is in. */
export const readScorecards = permission(
  'ats.readScorecards',
  'Read scorecards on jobs one may see, once one’s own are in',
  ['admin', 'recruiter', 'coordinator', 'hiring-manager', 'compliance-officer'],
)

export const handleErasure = permission('ats.handleErasure', 'See and settle requests for erasure', [
  'admin',
  'compliance-officer',
])

export const manageReasons = permission(
  'ats.manageReasons',
  'Change the reasons for which applications end',
  ['admin'],
)

export const atsPermissions = [
  seeJobs,
  seeAllJobs,
  seeConfidentialJobs,
  seePay,
  manageJobs,
  requestOpenings,
  decideOpenings,
  publishPostings,
  seeApplications,
  review,
  decide,
  moveApplications,
  seeFunnel,
  arrangeInterviews,
  interview,
  readScorecards,
  handleErasure,
  manageReasons,
]
