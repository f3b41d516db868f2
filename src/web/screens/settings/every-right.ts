import * as accounts from '../../../accounts/model/permissions.ts'
import * as ats from '../../../ats/model/permissions.ts'
import * as candidates from '../../../candidates/model/permissions.ts'
import * as crm from '../../../crm/model/permissions.ts'
import * as documents from '../../../documents/model/permissions.ts'
import * as exchange from '../../../exchange/model/permissions.ts'
import type { Permission } from '../../../kernel/model/permission.ts'
import * as messaging from '../../../messaging/model/permissions.ts'
import * as scheduling from '../../../scheduling/model/permissions.ts'

const isRight = (one: unknown): one is Permission =>
  typeof one === 'object' &&
  one !== null &&
  'roles' in one &&
  'name' in one &&
  !('open' in one) &&
  String(one.name).includes('.')

/** Every right that a role can have, room by room, with what it allows and who holds it unless changed. */
export const everyRight: readonly Permission[] = [
  accounts,
  candidates,
  documents,
  messaging,
  scheduling,
  crm,
  ats,
  exchange,
].flatMap((room) => Object.values(room).filter(isRight))
