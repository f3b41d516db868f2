import type { Passwords } from './passwords.ts'
import type { Secrets } from './secrets.ts'

/** What this room needs from outside. */
export interface AccountsPorts {
  readonly passwords: Passwords
  readonly secrets: Secrets
}
