import { defineRoom } from '../kernel/room.ts'
import { candidates } from './candidates.ts'

/** Reads across rooms; writes nothing. */
export const views = defineRoom({ name: 'views', queries: [candidates] } as const)
