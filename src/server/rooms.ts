import type { ApiOf } from '../kernel/room.ts'

/** The whole product on one page: every room, in the order in which they may know each other. */
export const rooms = [] as const

/** What the web app may call, as types only. */
export type Api = ApiOf<typeof rooms>
