// A worker of its own, for the test that kills one: makes due steps ready, a few at a time, and says nothing.
import { openDatabase } from '../../src/adapters/database.ts'
import { sendDueSteps } from '../../src/crm/sequences/send-due-steps.ts'
import { createQueue } from '../../src/kernel/deliveries.ts'
import { createKernel } from '../../src/kernel/kernel.ts'
import { instant } from '../../src/kernel/model/time.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { plugged } from '../messaging/plugged.ts'

const [connectionString, now] = process.argv.slice(2) as [string, string]
const connection = { connectionString }
const queue = createQueue(connection)
await queue.boss.start()
const kernel = createKernel({
  database: openDatabase(connection, 3),
  rooms: buildRooms(plugged().ports),
  queue,
  clock: () => instant(now),
})
for (let more = true; more; ) {
  const done = await kernel.as('child').run(sendDueSteps, { limit: 3 })
  more = done.ok && done.value.more
}
process.exit(0)
