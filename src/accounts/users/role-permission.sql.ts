import { type Statement, sql } from '../../kernel/sql.ts'
import type { Departure } from '../model/granted.ts'

export const loadDepartures = (): Statement<Departure> =>
  sql<Departure>`select role, permission, granted from accounts.role_permission order by role, permission`

export const saveDeparture = (one: Departure): Statement<unknown> => sql`
  insert into accounts.role_permission (role, permission, granted) values (${one.role}, ${one.permission}, ${one.granted})
  on conflict (role, permission) do update set granted = excluded.granted`

export const deleteDeparture = (role: string, permission: string): Statement<unknown> =>
  sql`delete from accounts.role_permission where role = ${role} and permission = ${permission}`
