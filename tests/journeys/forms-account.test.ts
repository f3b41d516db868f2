import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { codeOf, type SignedIn } from '../support/signed-in.ts'

const valuesOf = (fields: (HTMLElement | SVGElement)[]) =>
  fields.map((field) => (field as HTMLInputElement).value)

const here = chromiumPath() !== undefined
const name = 'one’s own account and signing in'
const noor = { name: 'Noor van Dijk', mail: 'noor@northwind.example' }
const tomas = { name: 'Tomás Echeverría', mail: 'tomas@northwind.example' }

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, { timeout: 90_000 }, () => {
  let northwind: Northwind
  let url: string
  let browser: Browser
  let admin: SignedIn
  let page: Page
  let password = 'a ladder against the pear tree'
  let recoveryCodes: string[] = []
  const wrong: string[] = []
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, browser, url } = northwind)
    await admin.run('accounts.inviteUsers', { people: [{ ...tomas, roles: ['hiring-manager'] }] })
    page = await newPage()
    page.on('pageerror', (error) => wrong.push(error.message))
  })
  afterAll(() => northwind?.close())

  const newPage = async () => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })
    context.setDefaultTimeout(10_000)
    return context.newPage()
  }
  const button = (says: string, on = page) => on.getByRole('button', { name: says, exact: true })
  const section = (title: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  const account = () => page.goto(`${url}/app/settings`)
  const isIn = (on = page) =>
    on.getByRole('navigation', { name: 'Main', exact: true }).getByText('Echeverría').waitFor()
  const openLinks = () => admin.ask<{ path: string; text: string }[]>('accounts.openLinks')
  /** The mail with the link is written a moment after the invitation. */
  const linkOf = async (name: string) => {
    const found = async () => (await openLinks()).find(({ text }) => text.includes(name))
    await expect.poll(found, { timeout: 20_000 }).toBeDefined()
    return url + (await found())!.path
  }
  const signIn = async (on: Page, with_: { mail: string; password: string }) => {
    await on.goto(`${url}/app/sign-in`)
    await on.getByLabel('Mail').fill(with_.mail)
    await on.getByLabel('Password').first().fill(with_.password)
    await button('Sign in', on).click()
  }
  const signOut = async () => {
    await page.getByRole('navigation', { name: 'Main', exact: true }).getByText('Echeverría').click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  }

  test('who needs no second factor is in with a password', async () => {
    await page.goto(await linkOf('Tomás'))
    await page.getByLabel('Password').first().fill(password)
    await button('Join').click()
    await isIn()
  })

  test('name, title, language and time zone are changed', async () => {
    await account()
    await page.getByLabel('Name', { exact: true }).fill('Tomás Echeverría Ruiz')
    await page.getByLabel('Title', { exact: true }).fill('Head of motion')
    await section('Profile').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByText('Tomás Echeverría Ruiz')
      .waitFor()
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('Head of motion')
    await page.getByRole('combobox', { name: 'Language' }).fill('Portug')
    await page.getByRole('option', { name: 'Portuguese', exact: true }).click()
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon')
    await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
    await section('Profile').getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.reload()
    await expect.poll(() => page.getByRole('combobox', { name: 'Language' }).inputValue()).toBe('Portuguese')
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Lisbon')
  })

  test('working hours are said by weekday, with a break, a limit and a buffer', async () => {
    await account()
    const own = section('Working hours')
    await own.getByLabel('Friday', { exact: true }).uncheck()
    await own.getByLabel('Monday to').fill('12:00')
    await own.getByRole('button', { name: 'Another time on Monday' }).click()
    await own.getByLabel('Monday to').last().fill('16:30')
    await own.getByLabel('Meetings a day at most').fill('3')
    await own.getByLabel('Free minutes around a meeting').fill('15')
    await own.getByRole('button', { name: 'Save working hours' }).click()
    await own.getByRole('status').getByText('Saved').waitFor()
    await account()
    expect(await own.getByLabel('Friday', { exact: true }).isChecked()).toBe(false)
    expect(await own.getByLabel('Monday from').evaluateAll(valuesOf)).toEqual(['09:00', '13:00'])
    expect(await own.getByLabel('Monday to').evaluateAll(valuesOf)).toEqual(['12:00', '16:30'])
    expect(await own.getByLabel('Meetings a day at most').inputValue()).toBe('3')
    await own.getByLabel('Monday from').last().fill('11:00')
    await own.getByRole('button', { name: 'Save working hours' }).click()
    await own.getByText('Two times of one day overlap.').waitFor()
  })

  test('other sessions are listed and ended, the own one says so', async () => {
    const other = await newPage()
    await signIn(other, { mail: tomas.mail, password })
    await isIn(other)
    await account()
    const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
    await expect.poll(() => sessions.count()).toBe(2)
    await expect.poll(() => sessions.filter({ hasText: 'This one' }).count()).toBe(1)
    await sessions.getByRole('button', { name: 'End' }).click()
    await expect.poll(() => sessions.count()).toBe(1)
    await other.goto(`${url}/app/settings`)
    await other.getByRole('heading', { name: 'Sign in' }).waitFor()
    await other.context().close()
  })

  test('the password is changed with the present one, and other sessions end', async () => {
    const other = await newPage()
    await signIn(other, { mail: tomas.mail, password })
    await isIn(other)
    await account()
    const change = async (current: string, next: string) => {
      await page.getByLabel('Present password').fill(current)
      await page.getByLabel('New password').fill(next)
      await button('Change password').click()
    }
    await change('not this one at all', 'a kettle on the windowsill')
    await section('Password').getByRole('alert').waitFor()
    await change(password, 'password1234')
    await section('Password').getByRole('alert').waitFor()
    await change(password, 'a kettle on the windowsill')
    await page.getByText('Changed', { exact: true }).waitFor()
    password = 'a kettle on the windowsill'
    await other.goto(`${url}/app/settings`)
    await other.getByRole('heading', { name: 'Sign in' }).waitFor()
    await other.context().close()
    await page.reload()
    await isIn()
  })

  test('a second factor is set up; its codes are shown once, new ones replace them', async () => {
    await account()
    await button('Set up').click()
    const secret = (await page.getByTestId('secret').textContent())!
    await page.getByLabel('Six digits').fill('000000')
    await button('Confirm').click()
    await section('Second factor').getByRole('alert').waitFor()
    await page.getByLabel('Six digits').fill(codeOf(secret))
    await button('Confirm').click()
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await expect.poll(() => codes.count()).toBeGreaterThanOrEqual(8)
    const first = await codes.allInnerTexts()
    await button('I have kept them').click()
    await page.getByText(`On; ${first.length} recovery codes left`).waitFor()
    await button('New recovery codes').click()
    await expect.poll(() => codes.count()).toBe(first.length)
    recoveryCodes = await codes.allInnerTexts()
    expect(recoveryCodes.some((one) => first.includes(one))).toBe(false)
    await page.reload()
    await page.getByText(`On; ${first.length} recovery codes left`).waitFor()
    expect(await codes.count()).toBe(0)
  })

  test('after signing out, the password alone is not enough; a recovery code is, once', async () => {
    await signOut()
    await signIn(page, { mail: tomas.mail, password })
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor()
    await page.getByLabel('Code').fill('123456')
    await button('Go on').click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Code').fill(recoveryCodes[0]!)
    await button('Go on').click()
    await isIn()
    await account()
    await page.getByText(`On; ${recoveryCodes.length - 1} recovery codes left`).waitFor()
    await signOut()
    await signIn(page, { mail: tomas.mail, password })
    await page.getByLabel('Code').fill(recoveryCodes[0]!)
    await button('Go on').click()
    await page.getByRole('alert').waitFor()
  })

  test('what was on its way while a second factor replaced the session signs nobody out', async () => {
    await admin.run('accounts.inviteUsers', { people: [{ ...noor, roles: ['hiring-manager'] }] })
    const theirs = await newPage()
    await theirs.goto(await linkOf(noor.name))
    await theirs.getByLabel('Password').first().fill('a blue door in the dyke')
    await button('Join', theirs).click()
    await theirs.getByRole('navigation', { name: 'Main', exact: true }).getByText(noor.name).waitFor()

    const [{ name: session, value } = { name: '', value: '' }] = await theirs.context().cookies()
    const before = { cookie: `${session}=${value}` }
    const replaced = Promise.withResolvers<void>()
    const refused = Promise.withResolvers<void>()
    let asked = 0
    // The question waits at the browser until the server has replaced the session that it came with.
    await theirs.route('**/api/v1/views.sideBarCounts**', async (route) => {
      asked++
      await replaced.promise
      const answer = await fetch(route.request().url(), {
        headers: { ...route.request().headers(), ...before },
      })
      await route.fulfill({ status: answer.status, json: await answer.json() })
      if (answer.status === 401) refused.resolve()
    })
    // And the browser hears of the new session only after that question was refused.
    await theirs.route('**/auth/second-factor/confirm', async (route) => {
      const request = route.request()
      const answer = await fetch(request.url(), {
        method: 'POST',
        headers: { ...request.headers(), ...before },
        body: request.postData(),
      })
      replaced.resolve()
      await refused.promise
      await theirs.unroute('**/api/v1/views.sideBarCounts**')
      // Time enough for a page that takes the refusal for a sign-out to leave.
      await new Promise((resolve) => setTimeout(resolve, 500))
      await route.fulfill({
        status: answer.status,
        headers: { 'set-cookie': answer.headers.get('set-cookie')! },
        json: await answer.json(),
      })
    })
    const places: string[] = []
    theirs.on('framenavigated', (frame) => places.push(new URL(frame.url()).pathname))
    await theirs.goto(`${url}/app/settings`)
    await button('Set up', theirs).click()
    await theirs.getByLabel('Six digits').fill(codeOf((await theirs.getByTestId('secret').textContent())!))
    expect(asked).toBeGreaterThan(0)
    await button('Confirm', theirs).click()
    const codes = theirs.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
    await expect.poll(() => codes.count()).toBeGreaterThanOrEqual(8)
    await refused.promise
    await button('I have kept them', theirs).click()
    await theirs.getByText(/^On; \d+ recovery codes left/).waitFor()
    expect(new Set(places)).toEqual(new Set(['/app/settings']))
    await theirs.context().close()
  })

  test('an administrator removes a lost second factor', async () => {
    const theirs = await newPage()
    const [cookie, value] = admin.cookie.split('=') as [string, string]
    await theirs.context().addCookies([{ name: cookie, value, url: url }])
    await theirs.goto(`${url}/app/settings?part=people`)
    await button('Change Tomás Echeverría Ruiz', theirs).click()
    await button('Remove their second factor', theirs).click()
    await button('Remove their second factor', theirs).waitFor({ state: 'detached' })
    await theirs.context().close()
    await signIn(page, { mail: tomas.mail, password })
    await isIn()
    await account()
    await page.getByText('Off: a password alone protects your account').waitFor()
    await signOut()
  })

  test('a forgotten password is set anew by the link in the mail, which works once', async () => {
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByLabel('Mail').fill(tomas.mail)
    await button('Mail me a link').click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    const link = await linkOf('Tomás')
    await page.goto(link)
    password = 'three geese over the dyke'
    await page.getByLabel('New password').fill(password)
    await button('Keep it').click()
    await page.getByRole('heading', { name: 'Your new password is kept' }).waitFor()
    await page.goto(link)
    await page.reload()
    await page.getByLabel('New password').fill('four geese over the dyke')
    await button('Keep it').click()
    await page.getByText('That link is used, replaced or expired').waitFor()
    await signIn(page, { mail: tomas.mail, password })
    await isIn()
  })

  test('a link for an unknown mail says the same, and makes no mail', async () => {
    await signOut()
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByLabel('Mail').fill('nobody@elsewhere.example')
    await button('Mail me a link').click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    expect(await admin.ask('accounts.openLinks')).toEqual([])
  })

  test('a wrong password says so, and after many tries how long to wait', async () => {
    const no = 'not the one that it is'
    await signIn(page, { mail: tomas.mail, password: no })
    await page.getByText('Mail or password is not right.').waitFor()
    for (let tries = 1; tries < 10; tries++)
      await fetch(`${url}/auth/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-throughline': 'test' },
        body: JSON.stringify({ mail: tomas.mail, password: no }),
      })
    await button('Sign in').click()
    await page.getByText(/Too many tries\. Try again in 1[45] minutes\./).waitFor()
    expect(wrong).toEqual([])
  })
})
