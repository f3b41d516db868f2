import { v7 } from 'uuid'
import type { Id } from './model/id.ts'

/** A new identifier: UUIDv7, sortable by the time it was made. Not a secret: links use random tokens. */
export const newId = <I extends Id<string>>(): I => v7() as I
