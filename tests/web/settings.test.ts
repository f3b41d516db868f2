import { expect, it } from 'vitest'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { everyRight } from '../../src/web/screens/settings/every-right.ts'

it('shows every right that the rooms declare, each once', () => {
  const declared = buildRooms(unplugged).flatMap((room) =>
    'permissions' in room ? [...room.permissions].map((right) => right.name) : [],
  )
  expect(everyRight.map((right) => right.name).toSorted()).toEqual([...new Set(declared)].toSorted())
})
