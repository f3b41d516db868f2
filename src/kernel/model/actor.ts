import type { CandidateId, UserId } from './id.ts'
import type { Permission } from './permission.ts'

/** Who acts. Every fact keeps this. */
export type Actor =
  | {
      readonly kind: 'user'
      readonly id: UserId
      readonly name: string
      readonly roles: readonly string[]
      /** Names of the rights held, from roles and, for an API token, cut to its scopes. */
      readonly permissions: ReadonlySet<string>
      readonly tokenId?: string
    }
  | { readonly kind: 'candidate'; readonly id: CandidateId }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'system'; readonly name: string }

export const visitor: Actor = { kind: 'visitor' }

export const system = (name: string): Actor => ({ kind: 'system', name })

/** Whether the actor holds the right. The system may do all; a candidate or visitor only what is open to them. */
export const holds = (actor: Actor, right: Permission): boolean => {
  if (actor.kind === 'system') return true
  if (right.open === 'visitor') return true
  if (actor.kind === 'candidate') return right.open === 'candidate'
  if (actor.kind === 'visitor') return false
  return right.open === 'signed-in' || actor.permissions.has(right.name)
}

/** The user's id where a user acts, else null: for columns such as created_by. */
export const userIdOf = (actor: Actor): UserId | null => (actor.kind === 'user' ? actor.id : null)
