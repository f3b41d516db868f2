// What lower rooms may call.

export { offices } from './organisation/load-offices.ts'
export { organisation } from './organisation/load-organisation.ts'
export { settingOf, settingsOf } from './organisation/setting-of.ts'
export { notifyUsers } from './own/notify-users.ts'
export { loadUsers, usersHolding, usersWithRole } from './users/load-users.ts'
export { userIdsByMail } from './users/user-ids-by-mail.ts'
