import { refuse } from '../../kernel/model/result.ts'

/** Said of jobs that aren't there and of jobs out of sight alike. */
export const noSuchJob = refuse('not-found', 'There is no such job, or you are not on its team.')
