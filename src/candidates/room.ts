import { defineRoom } from '../kernel/room.ts'
import { facts } from './model/facts.ts'
import { permissions } from './model/permissions.ts'

export const candidates = defineRoom({
  name: 'candidates',
  commands: [],
  queries: [],
  facts,
  permissions,
} as const)
