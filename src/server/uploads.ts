import { createHash, randomBytes } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { FileStore } from '../documents/file-store.ts'
import { type FileKind, largestFile, shownName } from '../documents/model/file.ts'
import { recordUploads } from '../documents/record-uploads.ts'
import { tokenHash } from '../documents/upload-token.ts'
import type { VirusScanner } from '../documents/virus-scanner.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { type Actor, userIdOf } from '../kernel/model/actor.ts'
import type { FileId } from '../kernel/model/id.ts'
import { ok, type Result, refuse } from '../kernel/model/result.ts'
import { newId } from '../kernel/new-id.ts'

export interface Upload {
  readonly token: string
  readonly fileId: string
  readonly name: string
  readonly bytes: number
  readonly quarantined: boolean
}

export interface UploadParts {
  readonly kernel: Kernel
  readonly files: FileStore
  readonly scanner: VirusScanner
}

/**
 * Stores originals under generated names, then takes note of them; the answer holds a secret for each, which
 * attaches it later. Bytes first, row second: a crash between leaves bytes that nobody names.
 */
export const storeUploads = async (
  { kernel, files, scanner }: UploadParts,
  actor: Actor,
  given: readonly { readonly name: string; readonly bytes: Uint8Array; readonly kind: FileKind }[],
): Promise<Result<Upload[]>> => {
  const tooLarge = given.find((file) => file.bytes.length > largestFile)
  if (tooLarge)
    return refuse(
      'too-large',
      `“${shownName(tooLarge.name)}” is larger than ${largestFile / 1_000_000} MB. Send a smaller one.`,
    )
  const uploads: (Upload & { record: Parameters<typeof recordUploads.handle>[1]['files'][number] })[] = []
  for (const { name, bytes, kind } of given) {
    const fileId = newId<FileId>()
    const token = randomBytes(24).toString('base64url')
    const storageKey = `${fileId.slice(-2)}/${fileId}`
    const verdict = await scanner.scan(bytes).catch(() => undefined)
    if (!verdict)
      return refuse(
        'not-scanned',
        `“${shownName(name)}” can’t be checked for malware just now. Try again in some minutes.`,
      )
    await files.put(storageKey, bytes)
    uploads.push({
      token,
      fileId,
      name: shownName(name),
      bytes: bytes.length,
      quarantined: !verdict.clean,
      record: {
        id: fileId,
        kind,
        name,
        mediaType: await mediaTypeOf(bytes),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        storageKey,
        tokenHash: tokenHash(token),
        ...(verdict.clean ? {} : { quarantinedFor: verdict.found }),
      },
    })
  }
  const recorded = await kernel.as('uploads').run(recordUploads, {
    by: { kind: actor.kind, userId: userIdOf(actor) },
    files: uploads.map((upload) => upload.record),
  })
  if (!recorded.ok) return recorded
  return ok(uploads.map(({ record: _, ...upload }) => upload))
}

/** By the bytes; text that is no known format is plain text. HTML and SVG are never called so: they are only downloaded. */
const mediaTypeOf = async (bytes: Uint8Array): Promise<string> =>
  (await fileTypeFromBuffer(bytes))?.mime ??
  (bytes.subarray(0, 4096).includes(0) ? 'application/octet-stream' : 'text/plain')
