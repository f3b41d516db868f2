import { cutToScopes, grantedTo } from '../../accounts/model/granted.ts'
import type { Stage } from '../../accounts/model/session.ts'
import { apiTokenPrefix } from '../../accounts/own/api-tokens.ts'
import type { AccountsPorts } from '../../accounts/ports.ts'
import { sessionHolder, tokenHolder } from '../../accounts/sign-in/holder.ts'
import { noteSeen } from '../../accounts/sign-in/note-seen.ts'
import type { Holder } from '../../accounts/sign-in/session.sql.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Actor, visitor } from '../../kernel/model/actor.ts'
import type { Caller } from '../http.ts'
import { sessionTokenOf } from './session-cookie.ts'

/** A caller with what the sign-in pages need to know besides. */
export interface SignedInCaller extends Caller {
  readonly sessionId?: string
  /** Not `open`: signed in by half, and a visitor to everything but the sign-in pages. */
  readonly stage?: Stage
}

/**
 * Who makes a request, by `Authorization: Bearer tl_…` or by cookie: one indexed statement each time, and no
 * cache, so that what was ended, disabled or taken away is so from the next request on, in every process.
 */
export const createCallerOf = (
  kernel: Kernel,
  ports: AccountsPorts,
): ((request: Request) => Promise<SignedInCaller>) => {
  const edge = kernel.as('sign-in')
  const bySession = sessionHolder(ports)
  const byToken = tokenHolder(ports)
  const rights = kernel.rooms.flatMap((room) => room.permissions ?? [])
  const rightsOf = rememberLast(200, (holder: Pick<Holder, 'roles' | 'departures'>) =>
    grantedTo(rights, holder.roles, holder.departures),
  )
  const noting = new Set<string>()
  const note = (id: string, lastSeenAt: string | null, what: object) => {
    const now = Date.parse(kernel.clock())
    if (noting.has(id) || (lastSeenAt !== null && now - Date.parse(lastSeenAt) < 60_000)) return
    noting.add(id)
    void edge
      .run(noteSeen, what)
      .catch(() => undefined)
      .finally(() => noting.delete(id))
  }

  return async (request) => {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
    if (bearer !== undefined) {
      const held = bearer.startsWith(apiTokenPrefix) ? await edge.ask(byToken, { token: bearer }) : undefined
      if (!held?.ok || held.value === null) return { actor: visitor, by: 'token' }
      const { id, lastSeenAt, scopes } = held.value
      note(id, lastSeenAt, { tokenId: id })
      return {
        actor: { ...userOf(held.value, cutToScopes(rightsOf(held.value), scopes)), tokenId: id },
        by: 'token',
      }
    }
    const token = sessionTokenOf(request)
    const held = token === undefined ? undefined : await edge.ask(bySession, { token })
    if (!held?.ok || held.value === null) return { actor: visitor, by: 'nothing' }
    const { id, lastSeenAt, stage } = held.value
    if (stage !== 'open') return { actor: visitor, by: 'cookie', sessionId: id, stage }
    note(id, lastSeenAt, { sessionId: id })
    return { actor: userOf(held.value, rightsOf(held.value)), by: 'cookie', sessionId: id, stage }
  }
}

const userOf = (
  { userId, name, roles }: Holder,
  permissions: ReadonlySet<string>,
): Actor & { kind: 'user' } => ({ kind: 'user', id: userId, name, roles, permissions })

/** The rights follow from few combinations of roles: the last ones worked out are kept. */
const rememberLast = <In extends object, Out>(size: number, work: (input: In) => Out) => {
  const known = new Map<string, Out>()
  return (input: In & Pick<Holder, 'roles' | 'departures'>): Out => {
    const key = JSON.stringify([input.roles, input.departures])
    const there = known.get(key)
    if (there !== undefined) return there
    const made = work(input)
    if (known.size >= size) known.clear()
    known.set(key, made)
    return made
  }
}
