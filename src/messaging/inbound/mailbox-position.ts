import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { defineQuery } from '../../kernel/query.ts'
import { mailboxRead } from '../model/facts.ts'
import { loadPosition, savePosition } from './found.sql.ts'

const mailbox = z.string().max(500)

/** How far a mailbox has been read; null before the first time. */
export const mailboxPosition = defineQuery({
  name: 'messaging.mailboxPosition',
  says: 'How far a mailbox has been read.',
  permission: systemOnly,
  input: z.strictObject({ mailbox }),
  handle: async (tx, input) => ok((await tx.row(loadPosition(input.mailbox))) ?? null),
})

/** Keeps how far a mailbox has been read. */
export const keepMailboxPosition = defineCommand({
  name: 'messaging.keepMailboxPosition',
  says: 'Keeps how far a mailbox has been read.',
  permission: systemOnly,
  input: z.strictObject({ mailbox, uidValidity: z.string().max(50), lastUid: z.int().min(0) }),
  handle: async (tx, { mailbox: of, ...position }) => {
    await tx.change(savePosition(of, position, tx.now))
    tx.record(mailboxRead({}, { lastUid: position.lastUid }))
    return ok(null)
  },
})
