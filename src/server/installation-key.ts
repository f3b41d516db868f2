import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The 32 bytes that seal second factors and sign links: SECRET_KEY (base64 or hex), else DATA_DIR/secret.key,
 * made at the first start and readable by its owner only. Several machines on one database need the same SECRET_KEY.
 * Throws with a sentence for the person at the terminal when what is there is no key.
 */
export const installationKey = async (given: string | undefined, dataDir: string): Promise<Uint8Array> => {
  if (given !== undefined) return parsed(given, 'SECRET_KEY')
  const path = join(dataDir, 'secret.key')
  const there = await readFile(path, 'utf8').catch(unlessMissing)
  if (there !== undefined) return parsed(there, path)
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  // Several may start together: a hard link is made by one of them only, and all read that one.
  await link(draft, path).catch(unlessThere)
  await rm(draft)
  return parsed(await readFile(path, 'utf8'), path)
}

const parsed = (text: string, from: string): Uint8Array => {
  const trimmed = text.trim()
  const bytes = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64')
  if (bytes.length !== 32)
    throw new Error(
      `${from} holds no key of 32 bytes. Make one with: openssl rand -base64 32. A lost key means new second factors for everybody.`,
    )
  return bytes
}

const unlessMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT') return undefined
  throw error
}
const unlessThere = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EEXIST') throw error
}
