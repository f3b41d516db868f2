import type { StoredMail } from '../model/composed.ts'

/** A mail whose time has come, with what the guard and its facts need. */
export interface DueMail extends StoredMail {
  readonly candidateId: string | null
  readonly applicationId: string | null
  readonly jobId: string | null
  readonly senderId: string | null
  readonly templateKey: string | null
  readonly act: 'reply' | 'rejection' | null
  readonly attempts: number
  readonly overriddenCode: string | null
}
