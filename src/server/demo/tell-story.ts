import { openDatabase } from '../../adapters/database.ts'
import type { FileStore } from '../../documents/file-store.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { saveMemory } from '../../kernel/memory.sql.ts'
import type { PreparedDatabase } from '../prepare-database.ts'
import { demoToldKey, emptyEverything } from './demo-state.sql.ts'
import { makeDemo } from './make-demo.ts'

/**
 * Makes the demo in an installation without an organisation; what an earlier telling left half-way goes first.
 * Nothing is lost if the power goes, since it is told again: so its commits do not wait for the disk.
 */
export const tellStory = async (parts: {
  readonly kernel: Kernel
  readonly prepared: Pick<PreparedDatabase, 'connection' | 'owner'>
  readonly files: FileStore
}): Promise<void> => {
  const { connection, owner } = parts.prepared
  await emptyEverything(owner)
  const hasty = openDatabase({
    ...connection,
    options: [connection.options, '-c synchronous_commit=off'].filter(Boolean).join(' '),
  })
  try {
    const now = parts.kernel.clock()
    await makeDemo({ database: hasty, rooms: parts.kernel.rooms, files: parts.files, now })
    await saveMemory(demoToldKey, now).execute(hasty.write)
  } finally {
    await hasty.close()
  }
}
