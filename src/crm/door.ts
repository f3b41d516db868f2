export { moveProspectsForMerge, returnProspectsOfMerge } from './pools/move-for-merge.ts'
export { visiblePool } from './pools/pool.sql.ts'
