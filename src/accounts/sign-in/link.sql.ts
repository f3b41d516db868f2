import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export const insertPasswordReset = (reset: {
  readonly id: string
  readonly tokenHash: string
  readonly userId: string | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
}): Statement<unknown> => sql`
  insert into accounts.password_reset (id, token_hash, user_id, created_at, expires_at)
  values (${reset.id}, ${reset.tokenHash}, ${reset.userId}, ${reset.createdAt}, ${reset.expiresAt})`

/** The usable reset of a token, locked, so that it works once. */
export const lockPasswordReset = (
  tokenHash: string,
  now: Instant,
): Statement<{ id: string; userId: string }> => sql<{ id: string; userId: string }>`
  select id, user_id as "userId" from accounts.password_reset
  where token_hash = ${tokenHash} and user_id is not null and used_at is null and expires_at > ${now} for update`

/** A new password makes every older link worthless. */
export const spendResets = (userId: string, now: Instant): Statement<unknown> =>
  sql`update accounts.password_reset set used_at = ${now} where user_id = ${userId} and used_at is null`

/** Whom a reset's mail goes to, while the link is good. */
export const loadResetMail = (
  id: string,
  now: Instant,
): Statement<{ name: string; mail: string; language: string; expiresAt: Instant }> => sql`
  select u.name, u.mail, u.language, p.expires_at as "expiresAt"
  from accounts.password_reset p join accounts.user_account u on u.id = p.user_id
  where p.id = ${id} and p.used_at is null and p.expires_at > ${now} and u.disabled_at is null`

export const loadOpenResets = (
  now: Instant,
): Statement<{ id: string; mail: string; name: string; at: Instant; expiresAt: Instant }> => sql`
  select p.id, u.mail, u.name, p.created_at as at, p.expires_at as "expiresAt"
  from accounts.password_reset p join accounts.user_account u on u.id = p.user_id
  where p.used_at is null and p.expires_at > ${now} and u.disabled_at is null
  order by p.id desc limit 500`

export interface Invitation {
  readonly id: string
  readonly mail: string
  readonly name: string
  readonly roles: readonly string[]
  readonly invitedBy: string | null
  readonly invitedAt: Instant
  readonly expiresAt: Instant
}

const columns = sql`id, mail, name, roles, invited_by as "invitedBy", invited_at as "invitedAt", expires_at as "expiresAt"`

export const insertInvitation = (
  invitation: Invitation & { readonly tokenHash: string },
): Statement<unknown> => sql`
  insert into accounts.invitation (id, token_hash, mail, name, roles, invited_by, invited_at, expires_at)
  values (${invitation.id}, ${invitation.tokenHash}, ${invitation.mail}, ${invitation.name}, ${invitation.roles}::text[],
    ${invitation.invitedBy}, ${invitation.invitedAt}, ${invitation.expiresAt})`

const open = (now: Instant) => sql`accepted_at is null and revoked_at is null and expires_at > ${now}`

export const lockInvitation = (tokenHash: string, now: Instant): Statement<Invitation> =>
  sql<Invitation>`select ${columns} from accounts.invitation where token_hash = ${tokenHash} and ${open(now)} for update`

export const loadInvitation = (tokenHash: string, now: Instant): Statement<Invitation> =>
  sql<Invitation>`select ${columns} from accounts.invitation where token_hash = ${tokenHash} and ${open(now)}`

export const loadInvitationById = (id: string, now: Instant): Statement<Invitation> =>
  sql<Invitation>`select ${columns} from accounts.invitation where id = ${id} and ${open(now)}`

/** The open invitation of a mail address, for somebody whom the sign-in provider vouches for. */
export const lockInvitationOf = (mailKey: string, now: Instant): Statement<Invitation> =>
  sql<Invitation>`select ${columns} from accounts.invitation
    where lower(mail) = ${mailKey} and ${open(now)} order by id desc limit 1 for update`

export const loadOpenInvitations = (now: Instant): Statement<Invitation> =>
  sql<Invitation>`select ${columns} from accounts.invitation where ${open(now)} order by id desc limit 500`

export const acceptInvitation = (id: string, now: Instant): Statement<unknown> =>
  sql`update accounts.invitation set accepted_at = ${now} where id = ${id}`

/** Takes open invitations back: by id, or by mail when a new one replaces them. */
export const revokeInvitations = (
  which: { readonly ids: readonly string[] } | { readonly mailKeys: readonly string[] },
  now: Instant,
): Statement<{ id: string }> => sql<{ id: string }>`
  update accounts.invitation set revoked_at = ${now}
  where accepted_at is null and revoked_at is null
    and ${'ids' in which ? sql`id = any(${which.ids}::uuid[])` : sql`lower(mail) = any(${which.mailKeys}::text[])`}
  returning id`

export const loadIdentity = (issuer: string, subject: string): Statement<{ userId: string }> => sql<{
  userId: string
}>`
  select user_id as "userId" from accounts.provider_identity where issuer = ${issuer} and subject = ${subject}`

export const insertIdentity = (identity: {
  readonly issuer: string
  readonly subject: string
  readonly userId: string
  readonly linkedAt: Instant
}): Statement<unknown> => sql`
  insert into accounts.provider_identity (issuer, subject, user_id, linked_at)
  values (${identity.issuer}, ${identity.subject}, ${identity.userId}, ${identity.linkedAt}) on conflict do nothing`
