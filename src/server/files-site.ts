import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { file as fileQuery, storedFile } from '../documents/files-and-readings.ts'
import { type FileKind, fileKinds, largestFile } from '../documents/model/file.ts'
import { answer, type Caller } from './http.ts'
import { sameOrigin } from './sign-in/same-origin.ts'
import { storeUploads, type UploadParts } from './uploads.ts'

/**
 * `POST /files` takes uploads (multipart, field `file`, optional `kind`); `GET /files/ID` gives an original to
 * who may see its person: always as a download, never as a page of ours (R23, R24).
 */
export const filesSite = (
  parts: UploadParts & { readonly baseUrl: string; readonly callerOf: (request: Request) => Promise<Caller> },
): Hono => {
  const site = new Hono()

  site.post('/', bodyLimit({ maxSize: 20 * largestFile, onError: (c) => answer(c, tooMuch) }), async (c) => {
    const caller = await parts.callerOf(c.req.raw)
    if (caller.actor.kind !== 'user')
      return answer(c, { ok: false, refusal: { code: 'sign-in-needed', says: 'Sign in first.' } })
    if (caller.by !== 'token' && !sameOrigin(c.req.raw, parts.baseUrl))
      return answer(c, {
        ok: false,
        refusal: { code: 'foreign-origin', says: 'This request came from another site and was not done.' },
      })
    const form = await c.req.parseBody({ all: true })
    const kind = fileKinds.includes(form.kind as FileKind) ? (form.kind as FileKind) : 'resume'
    const given = [form.file].flat().filter((part) => part instanceof File)
    if (given.length === 0)
      return answer(c, {
        ok: false,
        refusal: { code: 'bad-input', says: 'Choose a file first.', field: 'file' },
      })
    return answer(
      c,
      await storeUploads(
        parts,
        caller.actor,
        await Promise.all(
          given.map(async (part) => ({
            name: part.name,
            bytes: new Uint8Array(await part.arrayBuffer()),
            kind,
          })),
        ),
      ),
    )
  })

  site.get('/:id', async (c) => {
    const { actor } = await parts.callerOf(c.req.raw)
    const seen = await parts.kernel.ask(fileQuery, { id: c.req.param('id') }, { actor })
    if (!seen.ok) return answer(c, seen)
    if (seen.value.state === 'quarantined')
      return answer(c, {
        ok: false,
        refusal: { code: 'gone', says: 'A scanner found malware in this file; it can’t be opened.' },
      })
    const stored = await parts.kernel.as('files').ask(storedFile, { id: seen.value.id })
    const bytes = stored.ok ? await parts.files.get(stored.value.storageKey) : undefined
    if (!bytes)
      return answer(c, {
        ok: false,
        refusal: {
          code: 'not-found',
          says: 'The original is not in the file store. Ask your administrator to check FILES_URL.',
        },
      })
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: downloadHeaders(seen.value) })
  })
  return site
}

/** Headers under which a stranger's file can do no harm: a download, of no guessed type, with no rights. */
export const downloadHeaders = (file: {
  readonly name: string
  readonly mediaType: string
}): Record<string, string> => ({
  'Content-Type':
    file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/')
      ? file.mediaType.replace('image/svg+xml', 'text/plain')
      : 'application/octet-stream',
  'Content-Disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cache-Control': 'private, no-store',
})

const tooMuch = {
  ok: false as const,
  refusal: { code: 'too-large', says: 'That is too much at once. Send fewer or smaller files.' },
}
