export { attachUploads } from './attach-uploads.ts'
export { moveFilesForMerge, returnFilesOfMerge } from './move-for-merge.ts'
export { takeUpload } from './take-upload.ts'
export { fileNamesOf, filesOf, textsOf } from './texts-of.ts'
