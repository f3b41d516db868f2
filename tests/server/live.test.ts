import { expect, it } from 'vitest'
import { markOf } from '../../src/kernel/model/notice.ts'
import type { Room } from '../../src/kernel/room.ts'
import { createLive } from '../../src/server/live.ts'
import { unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { insertCast } from '../support/cast.ts'
import { testKernel } from '../support/database.ts'

const rooms: readonly Room[] = buildRooms(unplugged)

it('tells of a commit by marks alone: no id, and no word of what happened (R1)', async () => {
  const test = await testKernel(rooms)
  const { maren } = await insertCast(test.database, rooms)
  const live = createLive(test.connection)
  const heard: string[] = []
  live.subscribe((notice) => heard.push(notice))
  const add = async (names: readonly string[]) => {
    const command = test.kernel.commandNamed('candidates.addCandidates')!
    const result = await test.kernel.run(
      command,
      { candidates: names.map((name) => ({ name })) },
      { actor: maren },
    )
    if (!result.ok) throw new Error(result.refusal.says)
    return (result.value as { candidates: { candidateId: string }[] }).candidates.map(
      ({ candidateId }) => candidateId,
    )
  }
  try {
    // Its connection stands a moment after it was made.
    await expect.poll(async () => (await add(['Ada Lovelace'])).length && heard.length).toBeGreaterThan(0)
    const [id] = await add(['Grace Hopper'])
    const notice = JSON.stringify({ marks: [markOf(id!)] })
    await expect.poll(() => heard).toContain(notice)
    expect(heard.filter((one) => one.includes(id!))).toEqual([])
    await add(Array.from({ length: 400 }, (_, n) => `Person ${n}`))
    await expect.poll(() => heard).toContain('{}')
  } finally {
    await live.close()
    await test.close()
  }
})
