import { defineRoom } from '../kernel/room.ts'
import { freeSlotsOf } from './free-slots-of.ts'
import * as facts from './model/facts.ts'
import { schedulingPermissions } from './model/permissions.ts'
import { ownAvailability, setAvailability } from './own/availability.ts'

/** When people can meet, and when they do. */
export const scheduling = defineRoom({
  name: 'scheduling',
  commands: [setAvailability],
  queries: [ownAvailability, freeSlotsOf],
  facts: Object.values(facts),
  permissions: schedulingPermissions,
} as const)
