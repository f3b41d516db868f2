export { attachUploads } from './attach-uploads.ts'
export { moveFilesForMerge, returnFilesOfMerge } from './move-for-merge.ts'
