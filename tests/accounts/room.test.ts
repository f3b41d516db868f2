import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { notifyUsers, settingOf, usersWithRole } from '../../src/accounts/door.ts'
import { changeOrganisation } from '../../src/accounts/organisation/change-organisation.ts'
import { officeList } from '../../src/accounts/organisation/office-list.ts'
import { closeOffices, saveOffices } from '../../src/accounts/organisation/save-offices.ts'
import { changeSettings, settingList } from '../../src/accounts/organisation/settings.ts'
import { notifications, readNotifications } from '../../src/accounts/own/notifications.ts'
import { dropViews, savedViews, saveViewAs } from '../../src/accounts/own/saved-views.ts'
import { accounts } from '../../src/accounts/room.ts'
import { changeProfile } from '../../src/accounts/users/change-profile.ts'
import { invitations, inviteUsers, takeBackInvitations } from '../../src/accounts/users/invite-users.ts'
import { users } from '../../src/accounts/users/users.ts'
import { defineCommand } from '../../src/kernel/command.ts'
import { factKind } from '../../src/kernel/model/fact.ts'
import { systemOnly } from '../../src/kernel/model/permission.ts'
import { ok, type Result } from '../../src/kernel/model/result.ts'
import { installationKey } from '../../src/server/installation-key.ts'
import { type Cast, insertCast, offices, people } from '../support/cast.ts'
import { type TestKernel, testKernel } from '../support/database.ts'
import { ports } from './house.ts'

const room = accounts(ports)
let test: TestKernel
let cast: Cast
beforeAll(async () => {
  test = await testKernel([room])
  cast = await insertCast(test.database, [room])
})
afterAll(() => test.close())
const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}

it('refuses unknown fields in every command and query (R18)', () => {
  for (const one of [...room.commands, ...room.queries]) {
    const parsed = one.input.safeParse({ role: 'admin', isAdmin: true })
    expect(
      parsed.error?.issues.map((issue) => issue.code),
      one.name,
    ).toContain('unrecognized_keys')
  }
})

it('keeps views for oneself, shares them where allowed, and lets only the owner change them', async () => {
  const view = { screen: 'candidates', name: 'Warm in Rotterdam', search: '?city=rotterdam' }
  const { id } = value(await test.kernel.run(saveViewAs, { ...view, shared: true }, { actor: cast.maren }))
  value(await test.kernel.run(saveViewAs, { ...view, name: 'Mine' }, { actor: cast.maren }))
  const seen = value(await test.kernel.ask(savedViews, { screen: 'candidates' }, { actor: cast.jonas }))
  expect(seen).toMatchObject([{ id, name: 'Warm in Rotterdam', ownerName: people.maren.name, shared: true }])
  for (const result of [
    await test.kernel.run(saveViewAs, { ...view, id, name: 'Stolen' }, { actor: cast.jonas }),
    await test.kernel.run(dropViews, { ids: [id] }, { actor: cast.jonas }),
  ])
    expect(result).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await test.kernel.run(saveViewAs, { ...view, shared: true }, { actor: cast.lars })).toMatchObject({
    refusal: { code: 'not-allowed' },
  })
  value(await test.kernel.run(dropViews, { ids: [id] }, { actor: cast.maren }))
  expect(value(await test.kernel.ask(savedViews, {}, { actor: cast.jonas }))).toEqual([])
})

it('tells users once about one fact, and never of what they did themselves', async () => {
  const told = factKind()('test.told', 'Somebody was told.')
  const tell = defineCommand({
    name: 'test.tell',
    says: 'Tells.',
    permission: systemOnly,
    input: z.object({ userIds: z.array(z.string()) }),
    handle: async (tx, { userIds }) => {
      await notifyUsers(
        tx,
        userIds.map((userId) => ({ userId, kind: 'mention', factId: 7 })),
      )
      tx.record(told({}, {}))
      return ok(null)
    },
  })
  const userIds = [people.maren.id, people.ayse.id]
  await test.kernel.as('test').run(tell, { userIds })
  await test.kernel.as('test').run(tell, { userIds })
  const own = { ...cast.ayse, permissions: new Set(['system']) } as typeof cast.ayse
  await test.kernel.run(
    { ...tell, permission: { ...systemOnly } },
    { userIds: [people.ayse.id] },
    { actor: own },
  )
  const read = async (actor: typeof cast.maren) => value(await test.kernel.ask(notifications, {}, { actor }))
  expect(await read(cast.maren)).toMatchObject({
    unread: 1,
    next: null,
    notifications: [{ kind: 'mention' }],
  })
  expect((await read(cast.ayse)).unread).toBe(1)
  expect(value(await test.kernel.run(readNotifications, { ids: 'all' }, { actor: cast.maren }))).toEqual({
    count: 1,
  })
  expect((await read(cast.maren)).unread).toBe(0)
  expect((await read(cast.ayse)).unread).toBe(1)
})

it('keeps settings to their schemas, with a default until somebody chooses', async () => {
  const change = (key: string, to: unknown) =>
    test.kernel.run(changeSettings, { settings: [{ key, value: to }] }, { actor: cast.priya })
  expect(await change('mail.delayMinutes', -1)).toMatchObject({ refusal: { field: 'mail.delayMinutes' } })
  expect(await change('mail.colour', 1)).toMatchObject({ refusal: { code: 'bad-input' } })
  const delay = async () => {
    const all = value(await test.kernel.ask(settingList, {}, { actor: cast.lars }))
    return all.find((one) => one.key === 'mail.delayMinutes')
  }
  expect(await delay()).toMatchObject({ value: 10, isDefault: true })
  value(await change('mail.delayMinutes', 30))
  expect(await delay()).toMatchObject({ value: 30, isDefault: false })
})

it('changes the organisation and its offices, and keeps one open', async () => {
  const run = test.kernel.run
  expect(
    value(
      await run(
        changeOrganisation,
        { website: 'https://northwind.example', name: 'Northwind Robotics' },
        { actor: cast.priya },
      ),
    ),
  ).toEqual({ changed: ['website'] })
  expect(
    await run(changeOrganisation, { website: 'javascript:alert(1)' }, { actor: cast.priya }),
  ).toMatchObject({
    refusal: { code: 'bad-input' },
  })
  const lyon = { name: 'Lyon', city: 'Lyon', country: 'FR', timeZone: 'Europe/Paris' }
  const { ids } = value(await run(saveOffices, { offices: [lyon] }, { actor: cast.priya }))
  expect(
    await run(saveOffices, { offices: [{ ...lyon, timeZone: 'Mars/Olympus' }] }, { actor: cast.priya }),
  ).toMatchObject({
    refusal: { code: 'bad-input' },
  })
  expect(value(await test.kernel.ask(officeList, {}, { actor: cast.lars }))).toHaveLength(4)
  const all = [...Object.values(offices).map((office) => office.id), ...ids]
  expect(await run(closeOffices, { ids: all }, { actor: cast.priya })).toMatchObject({
    refusal: { code: 'last-office' },
  })
  expect(value(await run(closeOffices, { ids }, { actor: cast.priya }))).toEqual({ closed: 1 })
})

it('shows colleagues to all, and how they sign in only to who manages users', async () => {
  const seen = value(await test.kernel.ask(users, {}, { actor: cast.lars }))
  expect(seen).toHaveLength(8)
  expect(seen[0]).not.toHaveProperty('hasSecondFactor')
  expect(value(await test.kernel.ask(users, { role: 'admin' }, { actor: cast.priya }))).toMatchObject([
    { name: people.priya.name, hasSecondFactor: false },
  ])
  value(await test.kernel.run(changeProfile, { title: 'Service Lead' }, { actor: cast.lars }))
  expect(value(await test.kernel.ask(users, { role: 'employee' }, { actor: cast.priya }))).toMatchObject([
    { title: 'Service Lead', timeZone: 'Europe/Amsterdam' },
  ])
})

it('replaces an open invitation by a new one, takes it back, and refuses a colleague’s mail', async () => {
  const invite = (mail: string) =>
    test.kernel.run(
      inviteUsers(ports),
      { people: [{ name: 'Nadia Haddad', mail, roles: ['recruiter'] }] },
      { actor: cast.priya },
    )
  await invite('nadia@northwind.example')
  const { ids } = value(await invite('Nadia@northwind.example'))
  const open = async () =>
    value(await test.kernel.ask(invitations, {}, { actor: cast.priya })).map((one) => one.id)
  expect(await open()).toEqual(ids)
  value(await test.kernel.run(takeBackInvitations, { ids }, { actor: cast.priya }))
  expect(await open()).toEqual([])
  expect(await invite('MAREN.OSEI@northwind.example')).toMatchObject({ refusal: { code: 'mail-taken' } })
})

it('opens its door to lower rooms: settings and who plays a role', async () => {
  const ask = defineCommand({
    name: 'test.ask',
    says: 'Asks.',
    permission: systemOnly,
    input: z.object({}),
    handle: async (tx) =>
      ok({
        hour: await settingOf(tx, 'mail.rejectionHour'),
        who: await usersWithRole(tx, ['admin', 'compliance-officer']),
      }),
  })
  const { hour, who } = value(await test.kernel.as('test').run(ask, {}))
  expect(hour).toBe(9)
  expect(who.map((user) => user.name)).toEqual([people.priya.name, people.zsofia.name])
})

it('makes the installation’s key once, for its owner only, however many start together', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-key-'))
  try {
    const keys = await Promise.all(
      Array.from({ length: 5 }, () => installationKey(undefined, join(folder, 'data'))),
    )
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    const path = join(folder, 'data', 'secret.key')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const text = (await readFile(path, 'utf8')).trim()
    expect(Buffer.from(await installationKey(text, folder))).toEqual(Buffer.from(keys[0]!))
    await expect(installationKey('too short', folder)).rejects.toThrow('SECRET_KEY')
  } finally {
    await rm(folder, { recursive: true })
  }
})
