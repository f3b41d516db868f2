export { moveApplicationsForMerge, returnApplicationsOfMerge } from './applications/move-for-merge.ts'
export { visibleJob } from './jobs/visible-job.sql.ts'
export { decideOpenings as decideOpeningsRight } from './model/permissions.ts'
