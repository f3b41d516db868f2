import { defineRoom } from '../kernel/room.ts'
import { addFiles } from './add-files.ts'
import type { FileStore } from './file-store.ts'
import {
  file,
  filesOfCandidate,
  fileToRead,
  holdersOfUpload,
  reading,
  storedFile,
  uploadReading,
} from './files-and-readings.ts'
import * as facts from './model/facts.ts'
import * as rights from './model/permissions.ts'
import { recordReading } from './record-reading.ts'
import { recordUploads } from './record-uploads.ts'
import { removeFiles } from './remove-files.ts'
import { removeUnclaimedFiles } from './remove-unclaimed-files.ts'
import type { TextExtraction } from './text-extraction.ts'
import { whenFileStoredReadText } from './when-file-stored-read-text.ts'
import { whenNightComesRemoveUnclaimed } from './when-night-comes-remove-unclaimed.ts'

/** Files and what is read from them: originals kept and shown, text and structure beside them. */
export const documents = (ports: { readonly files: FileStore; readonly textExtraction: TextExtraction }) =>
  defineRoom({
    name: 'documents',
    commands: [recordUploads, addFiles, removeFiles, recordReading, removeUnclaimedFiles],
    queries: [file, filesOfCandidate, holdersOfUpload, reading, uploadReading, fileToRead, storedFile],
    facts: Object.values(facts),
    permissions: Object.values(rights),
    reactions: [whenFileStoredReadText(ports)],
    schedules: [whenNightComesRemoveUnclaimed(ports)],
  })
