import type { AccountsPorts } from '../accounts/ports.ts'
import type { FileStore } from '../documents/file-store.ts'
import type { TextExtraction } from '../documents/text-extraction.ts'
import type { TableReading } from '../exchange/table-reading.ts'
import type { MessagingPorts } from '../messaging/ports.ts'

/**
 * The outside world as the rooms see it: one type for each real edge, handed to `buildRooms`.
 * A room that needs an edge takes it as an argument of its manifest: `messaging({ mailer })`.
 */
export interface Ports extends AccountsPorts, MessagingPorts {
  readonly files: FileStore
  readonly textExtraction: TextExtraction
  readonly tables: TableReading
}

/** For what only reads the manifests (types, documents, migrations, most tests): touching an edge is a defect. */
export const unplugged = new Proxy({} as Ports, {
  get: (_, edge) =>
    new Proxy(
      {},
      {
        get: (_, act) => () => {
          throw new Error(`${String(edge)}.${String(act)} was used where no outside world is plugged in`)
        },
      },
    ),
})
