import { defineRoom } from '../kernel/room.ts'
import { assignTasks, finishTasks } from './acts/assign-tasks.ts'
import { changeTags, tags } from './acts/change-tags.ts'
import { setOwner } from './acts/set-owner.ts'
import { correctNote, deleteNote, writeNotes } from './acts/write-notes.ts'
import { addCandidates } from './arrivals/add-candidates.ts'
import { recordConsents } from './consent/record-consents.ts'
import {
  addContactPoints,
  preferContactPoints,
  removeContactPoints,
} from './contact/change-contact-points.ts'
import { holdContact, resumeContact } from './contact/hold-contact.ts'
import { duplicates, settleDuplicates } from './merge/settle-duplicates.ts'
import { facts } from './model/facts.ts'
import { permissions } from './model/permissions.ts'
import { correctCandidates } from './record/correct-candidates.ts'
import { correctResume } from './resume/correct-resume.ts'

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
