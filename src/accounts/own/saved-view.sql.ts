import type { Instant } from '../../kernel/model/time.ts'
import { type Statement, sql } from '../../kernel/sql.ts'

export interface SavedView {
  readonly id: string
  readonly screen: string
  readonly name: string
  readonly search: string
  readonly ownerId: string
  readonly ownerName: string
  readonly shared: boolean
  readonly position: number
}

/** The user's own views and those shared by others; of one screen where given. */
export const loadViews = (userId: string, screen: string | undefined): Statement<SavedView> => sql<SavedView>`
  select v.id, v.screen, v.name, v.search, v.owner_id as "ownerId", u.name as "ownerName", v.shared, v.position
  from accounts.saved_view v join accounts.user_account u on u.id = v.owner_id
  where (v.owner_id = ${userId} or v.shared) ${screen === undefined ? sql`` : sql`and v.screen = ${screen}`}
  order by v.screen, v.position, v.name, v.id limit 500`

/** Touches no row where the view is another's. */
export const saveView = (
  view: Omit<SavedView, 'ownerName'> & { readonly createdAt: Instant },
): Statement<unknown> => sql`
  insert into accounts.saved_view (id, screen, name, search, owner_id, shared, position, created_at)
  values (${view.id}, ${view.screen}, ${view.name}, ${view.search}, ${view.ownerId}, ${view.shared}, ${view.position}, ${view.createdAt})
  on conflict (id) do update set name = excluded.name, search = excluded.search, shared = excluded.shared, position = excluded.position
  where saved_view.owner_id = excluded.owner_id`

export const deleteViews = (ids: readonly string[], ownerId: string): Statement<{ id: string }> => sql<{
  id: string
}>`
  delete from accounts.saved_view where id = any(${ids}::uuid[]) and owner_id = ${ownerId} returning id`
