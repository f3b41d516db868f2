import { createServer, type Socket } from 'node:net'

/** What the scanner answers to a stream: a line, nothing at all (it hangs), or an end without a word. */
export type ClamdAnswer = (stream: Buffer) => string | 'hangs' | 'hangs up'

/**
 * A small server that speaks clamd's INSTREAM: reads the sized parts up to the empty one, then answers. Past
 * `largest` it answers at once and closes, as clamd does past StreamMaxLength.
 */
export const clamd = async (answer: ClamdAnswer, largest = 25_000_000) => {
  const sockets = new Set<Socket>()
  const streams: Buffer[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    let came = Buffer.alloc(0)
    socket.on('data', (part) => {
      came = Buffer.concat([came, part])
      const read = streamOf(came, largest)
      if (read === undefined) return
      socket.removeAllListeners('data')
      if (read === 'too large') {
        socket.end('INSTREAM size limit exceeded. ERROR\0')
        return
      }
      streams.push(read)
      const says = answer(read)
      if (says === 'hangs up') socket.destroy()
      else if (says !== 'hangs') socket.end(`${says}\0`)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  return {
    host: '127.0.0.1',
    port,
    streams,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((closed) => server.close(closed))
    },
  }
}

const greeting = 'zINSTREAM\0'

/** The whole stream when its empty last part is there. */
const streamOf = (came: Buffer, largest: number): Buffer | 'too large' | undefined => {
  if (came.length < greeting.length) return undefined
  if (came.subarray(0, greeting.length).toString() !== greeting) throw new Error('That is not INSTREAM.')
  const parts: Buffer[] = []
  let total = 0
  for (let at = greeting.length; at + 4 <= came.length; ) {
    const size = came.readUInt32BE(at)
    if (size === 0) return Buffer.concat(parts)
    total += size
    if (total > largest) return 'too large'
    if (at + 4 + size > came.length) return undefined
    parts.push(came.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return undefined
}
