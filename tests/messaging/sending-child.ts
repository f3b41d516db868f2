// A worker of its own, for the tests that kill one: sends what is due and says nothing.
import { openDatabase } from '../../src/adapters/database.ts'
import { createQueue } from '../../src/kernel/deliveries.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { instant } from '../../src/kernel/model/time.ts'
import { whenMailIsDueSendIt } from '../../src/messaging/sending/when-mail-is-due-send-it.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { plugged } from './plugged.ts'

const [connectionString, smtpUrl, now, notesIn] = process.argv.slice(2) as [string, string, string, string]
const world = plugged({ smtpUrl, notesIn })
const connection = { connectionString }
const queue = createQueue(connection)
await queue.boss.start()
const kernel = createKernel({
  database: openDatabase(connection, 3),
  rooms: buildRooms(world.ports),
  queue,
  clock: () => instant(now),
})
await whenMailIsDueSendIt(world.ports).handle([{}], kernel.as('child'))
process.exit(0)
