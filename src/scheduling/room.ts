import { defineRoom } from '../kernel/room.ts'
import { noteAnswer } from './appointments/note-answer.ts'
import { whenInvitationAnsweredNoteIt } from './appointments/when-invitation-answered-note-it.ts'
import { freeSlotsOf } from './free-slots-of.ts'
import * as facts from './model/facts.ts'
import { schedulingPermissions } from './model/permissions.ts'
import { ownAvailability, setAvailability } from './own/availability.ts'

/** When people can meet, and when they do. */
export const scheduling = defineRoom({
  name: 'scheduling',
  commands: [setAvailability, noteAnswer],
  queries: [ownAvailability, freeSlotsOf],
  facts: Object.values(facts),
  reactions: [whenInvitationAnsweredNoteIt],
  permissions: schedulingPermissions,
} as const)
