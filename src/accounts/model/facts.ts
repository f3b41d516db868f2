import { factKind } from '../../kernel/model/fact.ts'

type Because = { readonly because: string }

export const organisationSetUp = factKind<{ demo: boolean }>()(
  'organisation.set-up',
  'The organisation began.',
)
export const organisationChanged = factKind<{ fields: readonly string[] }>()(
  'organisation.changed',
  'What the organisation says about itself was changed.',
)
export const officeSaved = factKind<{ country: string }>()('office.saved', 'An office was added or changed.')
export const officeClosed = factKind()('office.closed', 'An office was closed.')
export const settingChanged = factKind<{ key: string }>()('setting.changed', 'A setting was changed.')
export const permissionChanged = factKind<{ role: string; permission: string; granted: boolean | null }>()(
  'permission.changed',
  'What a role may do was changed; null is back to the default.',
)

export const userAdded = factKind<{ roles: readonly string[] }>()('user.added', 'Somebody got an account.')
export const userInvited = factKind<{ roles: readonly string[] }>()('user.invited', 'Somebody was invited.')
export const invitationAccepted = factKind()('invitation.accepted', 'An invitation was accepted.')
export const invitationRevoked = factKind()('invitation.revoked', 'An invitation was taken back.')
export const userChanged = factKind<{ fields: readonly string[] }>()(
  'user.changed',
  'Somebody changed what their account says.',
)
export const userRolesChanged = factKind<{ from: readonly string[]; to: readonly string[] }>()(
  'user.roles-changed',
  'Somebody plays other roles.',
)
export const userDisabled = factKind()('user.disabled', 'An account was disabled and its sessions ended.')
export const userEnabled = factKind()('user.enabled', 'A disabled account was opened again.')

export const sessionStarted = factKind<{ stage: string; way: string }>()(
  'session.started',
  'Somebody showed their first factor, or the second where one was due.',
)
export const sessionsEnded = factKind<Because & { count: number }>()('session.ended', 'Sessions were ended.')
export const signInFailed = factKind<Because>()('sign-in.failed', 'Somebody tried to sign in and could not.')

export const secondFactorEnrolled = factKind()('second-factor.enrolled', 'A second factor came into use.')
export const secondFactorRemoved = factKind()('second-factor.removed', 'A second factor was taken away.')
export const secondFactorOffered = factKind()('second-factor.offered', 'A new second factor was shown.')
export const recoveryCodeUsed = factKind<{ left: number }>()(
  'recovery-code.used',
  'A recovery code was used up.',
)
export const recoveryCodesRenewed = factKind()(
  'recovery-code.renewed',
  'New recovery codes replaced the old.',
)

export const passwordChanged = factKind<Because>()('password.changed', 'A password was changed.')
export const passwordResetRequested = factKind<{ known: boolean }>()(
  'password-reset.requested',
  'A link to set a new password was asked for; a mail follows when the address is known.',
)
export const identityLinked = factKind()('identity.linked', 'An account was joined to the sign-in provider.')

export const apiTokenCreated = factKind<{ userId: string; scopes: readonly string[] }>()(
  'api-token.created',
  'A token for programs was made.',
)
export const apiTokenRevoked = factKind()('api-token.revoked', 'A token for programs was taken back.')

export const viewSaved = factKind<{ screen: string; shared: boolean }>()('view.saved', 'A view was saved.')
export const viewDeleted = factKind()('view.deleted', 'A saved view was deleted.')
export const notificationsRead = factKind<{ count: number }>()(
  'notification.read',
  'Somebody read what they were told.',
)

export const accountsFacts = [
  organisationSetUp,
  organisationChanged,
  officeSaved,
  officeClosed,
  settingChanged,
  permissionChanged,
  userAdded,
  userInvited,
  invitationAccepted,
  invitationRevoked,
  userChanged,
  userRolesChanged,
  userDisabled,
  userEnabled,
  sessionStarted,
  sessionsEnded,
  signInFailed,
  secondFactorEnrolled,
  secondFactorRemoved,
  secondFactorOffered,
  recoveryCodeUsed,
  recoveryCodesRenewed,
  passwordChanged,
  passwordResetRequested,
  identityLinked,
  apiTokenCreated,
  apiTokenRevoked,
  viewSaved,
  viewDeleted,
  notificationsRead,
] as const
