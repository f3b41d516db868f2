export { visibleJob } from './jobs/visible-job.sql.ts'
