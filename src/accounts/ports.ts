import type { Passwords } from './passwords.ts'
import type { Secrets } from './secrets.ts'
import type { StaffMailer } from './staff-mailer.ts'

/** What this room needs from outside. */
export interface AccountsPorts {
  readonly passwords: Passwords
  readonly secrets: Secrets
  /** Absent without a mail server: then the mailbox page shows the links. */
  readonly staffMailer?: StaffMailer | undefined
}
