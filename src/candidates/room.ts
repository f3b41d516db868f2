import { defineRoom } from '../kernel/room.ts'
import { addCandidates } from './add-candidates.ts'
import { assignTasks, finishTasks } from './assign-tasks.ts'
import { addContactPoints, preferContactPoints, removeContactPoints } from './change-contact-points.ts'
import { changeTags, tags } from './change-tags.ts'
import { correctCandidates } from './correct-candidates.ts'
import { correctResume } from './correct-resume.ts'
import { holdContact, resumeContact } from './hold-contact.ts'
import { facts } from './model/facts.ts'
import { permissions } from './model/permissions.ts'
import { recordConsents } from './record-consents.ts'
import { setOwner } from './set-owner.ts'
import { duplicates, settleDuplicates } from './settle-duplicates.ts'
import { correctNote, deleteNote, writeNotes } from './write-notes.ts'

/** THE shared record: whatever half of the product acts, it acts for these people. */
export const candidates = defineRoom({
  name: 'candidates',
  commands: [
    addCandidates,
    correctCandidates,
    correctResume,
    addContactPoints,
    removeContactPoints,
    preferContactPoints,
    setOwner,
    changeTags,
    writeNotes,
    correctNote,
    deleteNote,
    assignTasks,
    finishTasks,
    recordConsents,
    holdContact,
    resumeContact,
    settleDuplicates,
  ],
  queries: [tags, duplicates],
  facts,
  permissions,
} as const)
