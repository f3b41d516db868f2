import { accounts } from '../accounts/room.ts'
import { ats } from '../ats/room.ts'
import { candidates } from '../candidates/room.ts'
import { crm } from '../crm/room.ts'
import { documents } from '../documents/room.ts'
import { exchange } from '../exchange/room.ts'
import { handover } from '../handover/room.ts'
import { jurisdictions } from '../jurisdictions/room.ts'
import type { ApiOf, Room } from '../kernel/room.ts'
import { messaging } from '../messaging/room.ts'
import { scheduling } from '../scheduling/room.ts'
import { views } from '../views/room.ts'
import type { Ports } from './ports.ts'

/** The whole product on one page: every room, in the order in which they may know each other. */
export const buildRooms = (ports: Ports) =>
  [
    accounts(ports),
    jurisdictions,
    candidates,
    documents(ports),
    messaging(ports),
    scheduling,
    crm,
    ats,
    handover,
    views,
    exchange(ports),
  ] as const satisfies readonly Room[]

/** What the web app may call, as types only. */
export type Api = ApiOf<ReturnType<typeof buildRooms>>
