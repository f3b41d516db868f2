import yauzl from 'yauzl'

export type ZipLimits = { entries: number; unpackedBytes: number; ratio: number }

export type Zip = { names: string[]; read(name: string): Promise<Uint8Array | undefined>; close(): void }

/** Thrown inside the worker only; its code becomes the reason of the result. */
export class Refused extends Error {
  readonly reason: 'encrypted' | 'corrupt' | 'hostile' | 'unsupported'
  constructor(reason: Refused['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/**
 * Opens an archive after judging its directory alone, so that nothing is unpacked from a bomb: number of
 * entries, sum of declared sizes and their ratio. While reading, yauzl stops an entry that is larger than
 * it declared.
 */
export async function openZip(bytes: Uint8Array, limits: ZipLimits): Promise<Zip> {
  const file = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
  })
  if (file.entryCount > limits.entries) throw new Refused('hostile', 'too many files in the archive')
  const entries = new Map<string, yauzl.Entry>()
  let unpacked = 0
  for await (const entry of file.eachEntry()) {
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpackedBytes) throw new Refused('hostile', 'unpacks to too much')
    if (entry.uncompressedSize > 5_000_000 && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw new Refused('hostile', 'packed too tightly')
    if (entries.size > limits.entries) throw new Refused('hostile', 'too many files in the archive')
    entries.set(entry.fileName, entry)
  }
  return {
    names: [...entries.keys()],
    close: () => file.close(),
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      if (entry.isEncrypted()) throw new Refused('encrypted', 'an entry is encrypted')
      const stream = await file.openReadStreamPromise(entry)
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
  }
}
