import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { unsubscribedPage, unsubscribePage } from '../../careers/my-page/unsubscribe.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { visitor } from '../../kernel/model/actor.ts'
import type { Framed } from './jobs.ts'

/**
 * Unsubscribing by one POST, from a person's button or a mail program (RFC 8058: both form encodings, no cookie, no
 * redirect, harmless twice). The answer is the same for a link that is not ours, so that nobody can try addresses.
 */
export const unsubscribePages = (kernel: Kernel): Hono<Framed> => {
  const site = new Hono<Framed>()
  site.get('/u/:token', (c) =>
    c.var.frame.send(unsubscribePage(c.req.param('token'), c.var.frame.site, c.var.frame.reader), 'private'),
  )
  site.post(
    '/u/:token',
    bodyLimit({ maxSize: 100_000, onError: (c) => c.text('Too much was sent.', 413) }),
    async (c) => {
      const { frame } = c.var
      const command = kernel.commandNamed('messaging.unsubscribe')
      if (!command) throw new Error('The product has no messaging.unsubscribe.')
      const body = await c.req.parseBody()
      if (body['List-Unsubscribe'] !== 'One-Click')
        return frame.send(unsubscribePage(c.req.param('token'), frame.site, frame.reader), 'private', 422)
      await kernel.run(command, { token: c.req.param('token') }, { actor: visitor })
      return frame.send(unsubscribedPage(frame.site, frame.reader), 'private')
    },
  )
  return site
}
