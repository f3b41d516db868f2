import { openDatabase } from '../../adapters/database.ts'
import type { FileStore } from '../../documents/file-store.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { PreparedDatabase } from '../prepare-database.ts'
import { makeDemo } from './make-demo.ts'

/** Makes the demo. Nothing of it is lost if the power goes: it is told again, so its commits do not wait for the disk. */
export const tellStory = async (parts: {
  readonly kernel: Kernel
  readonly prepared: Pick<PreparedDatabase, 'connection'>
  readonly files: FileStore
}): Promise<void> => {
  const { connection } = parts.prepared
  const hasty = openDatabase({
    ...connection,
    options: [connection.options, '-c synchronous_commit=off'].filter(Boolean).join(' '),
  })
  await makeDemo({
    database: hasty,
    rooms: parts.kernel.rooms,
    files: parts.files,
    now: parts.kernel.clock(),
  }).finally(() => hasty.close())
}
