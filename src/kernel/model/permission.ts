/**
 * A right to do or see something. `roles` are the default holders; an administrator may change them.
 * Roles are plain words here: the kernel knows no recruiting.
 */
export interface Permission {
  readonly name: string
  /** What the right allows, as it stands on the settings page. */
  readonly says: string
  readonly roles: readonly string[]
  /** Who else than signed-in users may act: visitors of public pages, or candidates on their own record. */
  readonly open?: 'visitor' | 'candidate' | 'signed-in'
}

/** Declares a right held by the given roles. The name is `room.verb…` and appears in tokens' scopes. */
export const permission = (name: string, says: string, roles: readonly string[]): Permission => ({
  name,
  says,
  roles,
})

/** Anyone, without signing in: public pages only. */
export const anyone: Permission = {
  name: 'public',
  says: 'Anyone, on public pages',
  roles: [],
  open: 'visitor',
}

/** A candidate, on their own record only, known by the link in their mail. */
export const ownRecord: Permission = {
  name: 'own-record',
  says: 'A candidate on their own page',
  roles: [],
  open: 'candidate',
}

/** Every signed-in user, on what is theirs. */
export const signedIn: Permission = {
  name: 'signed-in',
  says: 'Every signed-in user, for what is their own',
  roles: [],
  open: 'signed-in',
}

/** Only the product itself: reactions and schedules. */
export const systemOnly: Permission = { name: 'system', says: 'The product itself', roles: [] }
