import type { Context } from 'hono'
import type { Said } from '../../careers/my-page/my-application.ts'
import { paths } from '../../careers/paths.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import type { Framed } from './jobs.ts'
import type { Own } from './own-view.ts'

/** A request to a candidate's own page: who they are, and their record as it is now. */
export type Mine = Framed & { Variables: { me: Extract<Actor, { kind: 'candidate' }>; own: Own } }

export type At = Context<Mine>

/** The application that the address names, if it is one of theirs. */
export const mineAt = (c: Context) =>
  (c as At).var.own.applications.find((one) => one.applicationId === c.req.param('ref'))

/** Back to the page, which says once what was done. */
export const back = (c: Context, said: Said | undefined, ref?: string): Response => {
  const to = ref ?? (c as At).var.own.applications[0]?.applicationId
  return c.redirect(`${to ? paths.myApplication(to) : paths.mine()}${said ? `?said=${said}` : ''}`, 303)
}
