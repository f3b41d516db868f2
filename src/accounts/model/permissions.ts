import { type Permission, permission, systemOnly } from '../../kernel/model/permission.ts'
import { roles } from './role.ts'

export const manageUsers = permission(
  'accounts.manageUsers',
  'Invite people, change their roles, disable accounts and end their sessions',
  ['admin'],
)

export const managePermissions = permission('accounts.managePermissions', 'Change what each role may do', [
  'admin',
])

export const manageOrganisation = permission(
  'accounts.manageOrganisation',
  'Change the organisation, its offices and settings',
  ['admin'],
)

export const seeColleagues = permission(
  'accounts.seeColleagues',
  'See who works here and in which role',
  roles,
)

export const shareViews = permission('accounts.shareViews', 'Share saved views with everyone', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
])

/**
 * Acts that take or give a secret (password, code, token) are the product's own: only the sign-in edge runs
 * them, so that secrets stay out of the API, its stored answers and its page, and nobody can be granted them.
 */
export const atSignIn: Permission = { ...systemOnly, says: 'Only through the sign-in pages' }

export const accountsPermissions = [
  manageUsers,
  managePermissions,
  manageOrganisation,
  seeColleagues,
  shareViews,
] as const
