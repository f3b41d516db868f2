import { type Connection, connect } from '../adapters/database.ts'

export interface Live {
  /** Calls `hear` for every notice until the returned function is called. */
  subscribe(hear: (notice: string) => void): () => void
  close(): Promise<void>
}

/** Listens for committed facts on a connection of its own, whichever process committed them; reconnects for ever. */
export const createLive = (connection: Connection): Live => {
  const listeners = new Set<(notice: string) => void>()
  let closed = false
  let client: Awaited<ReturnType<typeof connect>> | undefined
  const listen = async (pause = 250): Promise<void> => {
    if (closed) return
    try {
      client = await connect(connection)
      client.on('notification', ({ payload }) => {
        if (payload) for (const hear of listeners) hear(payload)
      })
      client.on('end', () => setTimeout(() => void listen(), pause))
      await client.query('listen facts')
    } catch {
      setTimeout(() => void listen(Math.min(pause * 2, 10_000)), pause)
    }
  }
  void listen()
  return {
    subscribe: (hear) => {
      listeners.add(hear)
      return () => void listeners.delete(hear)
    },
    close: async () => {
      closed = true
      await client?.end()
    },
  }
}
