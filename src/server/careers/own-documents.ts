import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { paths } from '../../careers/paths.ts'
import { largestFile } from '../../documents/model/file.ts'
import { downloadHeaders } from '../files-site.ts'
import { storeUploads } from '../uploads.ts'
import { type Calls, ourselves } from './calls.ts'
import type { CareersParts } from './frame.ts'
import type { Framed } from './jobs.ts'
import { back, type Mine, mineAt } from './own-frame.ts'
import { readPosted } from './uploads.ts'

/** A candidate's own files: opened as downloads, and newer ones sent. */
export const ownDocuments = (calls: Calls, parts: CareersParts): Hono<Mine> => {
  const site = new Hono<Mine>()

  site.get('/:ref/documents/:id', async (c) => {
    const file = c.var.own.files.find((each) => each.id === c.req.param('id'))
    const stored =
      mineAt(c) && file && file.state !== 'quarantined'
        ? await calls.ask('documents.storedFile', { id: file.id }, ourselves)
        : undefined
    const bytes = stored?.ok ? await parts.files.get(stored.value.storageKey) : undefined
    if (!file || !bytes) return c.var.frame.notice({ kind: 'not-found' }, 404)
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: downloadHeaders(file) })
  })
  site.post(
    '/:ref/documents',
    bodyLimit({
      maxSize: largestFile + 1_000_000,
      onError: (c) =>
        (c as Context<Framed>).var.frame.notice(
          { kind: 'too-large', mostMegabytes: largestFile / 1_000_000 },
          413,
        ),
    }),
    async (c) => {
      const one = mineAt(c)
      const { frame, me } = c.var
      const file = (await readPosted(c)).files.file
      if (!one) return frame.notice({ kind: 'not-found' }, 404)
      if (!file) return c.redirect(`${paths.myApplication(one.applicationId)}#documents`, 303)
      const stored = await storeUploads(parts, me, [
        { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind: 'resume' },
      ])
      if (!stored.ok && stored.refusal.code === 'not-scanned')
        return frame.notice({ kind: 'not-scanned' }, 503)
      const [upload] = stored.ok ? stored.value : []
      if (!upload) return frame.notice({ kind: 'too-large', mostMegabytes: largestFile / 1_000_000 }, 413)
      if (upload.quarantined) return frame.notice({ kind: 'malware' }, 422)
      await calls.run(
        'ats.addOwnDocument',
        { applicationId: one.applicationId, upload: upload.token },
        { actor: me },
      )
      return back(c, 'document-added', one.applicationId)
    },
  )
  return site
}
