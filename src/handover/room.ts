import { defineRoom } from '../kernel/room.ts'
import { mergePeople } from './merge-people.ts'
import { undoMerge } from './undo-merge.ts'

/** What both halves of the product do together: one file a policy. */
export const handover = defineRoom({ name: 'handover', commands: [mergePeople, undoMerge] } as const)
