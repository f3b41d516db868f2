import { defineRoom } from '../kernel/room.ts'
import * as facts from './model/facts.ts'

/** When people can meet, and when they do. */
export const scheduling = defineRoom({
  name: 'scheduling',
  facts: Object.values(facts),
} as const)
