export { moveApplicationsForMerge, returnApplicationsOfMerge } from './applications/move-for-merge.ts'
export { type JobToConsider, jobsOutOfSight, jobToConsider, teamsInSight } from './jobs/job-to-consider.ts'
export { visibleJob } from './jobs/visible-job.sql.ts'
export { decideOpenings as decideOpeningsRight } from './model/permissions.ts'
