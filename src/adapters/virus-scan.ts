import { connect } from 'node:net'
import type { VirusScanner } from '../documents/virus-scanner.ts'

// The test file that every scanner knows (eicar.org), in two pieces so that no scanner stops at this source.
const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`

/**
 * Asks a clamd at `host:port` by its INSTREAM command; without an address only the EICAR test file is
 * found. A scanner that does not answer in time (ten seconds) throws, and so does one whose answer is no
 * verdict: the upload is tried again, not let in.
 */
export const virusScanner = (
  clamd: { readonly host: string; readonly port: number } | undefined,
  patienceMs = 10_000,
): VirusScanner => ({
  scan: async (bytes) => {
    if (Buffer.from(bytes).includes(eicar)) return { clean: false, found: 'EICAR-Test-File' }
    if (!clamd) return { clean: true }
    const said = await inStream(clamd, bytes, patienceMs)
    const hit = /stream: (.+) FOUND/.exec(said)
    if (hit) return { clean: false, found: hit[1]! }
    if (said.includes('stream: OK')) return { clean: true }
    throw new Error(`The virus scanner said: ${said.slice(0, 200)}`)
  },
})

const inStream = (
  { host, port }: { readonly host: string; readonly port: number },
  bytes: Uint8Array,
  patienceMs: number,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, host)
    let said = ''
    // One clock for the whole of it: a scanner that sends a byte now and then must not hold the upload for ever.
    const patience = setTimeout(
      () => socket.destroy(new Error('The virus scanner did not answer in time.')),
      patienceMs,
    )
    socket.on('data', (chunk) => {
      said += chunk.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(patience)
      resolve(said)
    })
    socket.write('zINSTREAM\0')
    const size = Buffer.alloc(4)
    for (let at = 0; at < bytes.length; at += 65_536) {
      const part = bytes.subarray(at, at + 65_536)
      size.writeUInt32BE(part.length)
      socket.write(Buffer.concat([size, part]))
    }
    socket.write(Buffer.alloc(4))
  })
