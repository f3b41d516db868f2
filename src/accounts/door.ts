// What lower rooms may call.

export { offices } from './organisation/load-offices.ts'
export { organisation } from './organisation/load-organisation.ts'
export { makeOrganisation, openOffice } from './organisation/make-organisation.ts'
export type { Office } from './organisation/office.sql.ts'
export type { Organisation } from './organisation/organisation.sql.ts'
export { settingOf } from './organisation/setting-of.ts'
export { notifyUsers } from './own/notify-users.ts'
export { loadUsers, usersWithRole } from './users/load-users.ts'
export { makeUser } from './users/make-user.ts'
export type { User } from './users/user.sql.ts'
export { userIdsByMail } from './users/user-ids-by-mail.ts'
