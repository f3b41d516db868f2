import { openDatabase } from '../../src/adapters/database.ts'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { tableReading } from '../../src/adapters/table-reading.ts'
import { exchange } from '../../src/exchange/room.ts'
import { createQueue, startDeliveries } from '../../src/kernel/deliveries.ts'
import { createKernel } from '../../src/kernel/kernel.ts'

// A worker of its own process, for tests that kill it.
const { connection, folder, now } = JSON.parse(process.argv[2]!)
const rooms = [exchange({ tables: tableReading(diskFiles(folder)) })]
const database = openDatabase(connection, 4)
const queue = createQueue(connection)
await queue.boss.start()
const kernel = createKernel({ database, rooms, queue, clock: () => now })
await startDeliveries(kernel, database, queue, (_, error) => console.error(error))
console.log('working')
