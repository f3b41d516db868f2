import { type Permission, permission } from '../../kernel/model/permission.ts'

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

export const seeColleagues = permission('accounts.seeColleagues', 'See who works here and in which role', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
  'hiring-manager',
  'interviewer',
  'employee',
  'compliance-officer',
])

export const shareViews = permission('accounts.shareViews', 'Share saved views with everyone', [
  'admin',
  'recruiter',
  'sourcer',
  'coordinator',
])

/**
 * Acts that take or give a secret (password, code, token). Only the sign-in edge runs them: it keeps the
 * secrets out of the API, its stored answers and its page. In no role, and not listed, so nobody can grant it.
 */
export const atSignIn: Permission = {
  name: 'accounts.atSignIn',
  says: 'Only through the sign-in pages',
  roles: [],
}

export const accountsPermissions = [
  manageUsers,
  managePermissions,
  manageOrganisation,
  seeColleagues,
  shareViews,
] as const
