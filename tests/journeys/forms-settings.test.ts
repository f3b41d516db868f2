import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { codeOf, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const maren = { name: 'Maren Osei', mail: 'maren.osei@northwind.example', password: 'slow boats on the Waal' }

interface User {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly disabledAt: string | null
}

describe.skipIf(!here)(
  here ? 'the forms of the settings' : `the forms of the settings (${noChromium})`,
  () => {
    let northwind: Northwind
    let url: string
    let browser: Browser
    let admin: SignedIn
    let page: Page
    let wrong: readonly string[]
    beforeAll(async () => {
      northwind = await openNorthwind()
      ;({ admin, browser, page, url, wrong } = northwind)
    })
    afterAll(() => northwind?.close())

    const settings = (part: string) => page.goto(`${url}/app/settings?part=${part}`)
    const users = () => admin.ask<User[]>('accounts.users')
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const field = (label: string) => page.getByLabel(label, { exact: true })
    const section = (title: string) =>
      page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: title }) })
        .last()
    /** One more of several: the box lies over the field that a keyboard reaches. */
    const choose = async (name: string, option: string) => {
      await page.getByRole('combobox', { name, exact: true }).click({ force: true })
      await page.getByRole('option', { name: option }).click()
      await page.keyboard.press('Escape')
    }
    const setting = async (key: string) =>
      (await admin.ask<{ key: string; value: unknown }[]>('accounts.settings')).find((one) => one.key === key)
        ?.value
    const invite = async (name: string, mail: string, role: string) => {
      await settings('people')
      await field('Name').fill(name)
      await field('Mail').fill(mail)
      await choose('Roles', role)
      await button('Invite').click()
      await page.getByRole('list', { name: 'Invited' }).getByText(mail).waitFor()
    }
    /** The links on the mailbox page, newest first. */
    const links = async () => {
      await page.goto(`${url}/app/mailbox`)
      const summary = page.getByText(/to sign in waits?/)
      if (
        !(await summary.waitFor({ timeout: 2000 }).then(
          () => true,
          () => false,
        ))
      )
        return []
      await summary.click()
      return page.locator('details a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    }

    test('somebody is invited, follows the link of the mailbox page, and is in with a second factor', async () => {
      await invite(maren.name, maren.mail, 'Recruiter')
      const [link] = await links()
      const context = await browser.newContext()
      const theirs = await context.newPage()
      await theirs.goto(link!)
      await theirs.getByRole('heading', { name: 'Join Northwind Robotics' }).waitFor()
      expect(await theirs.getByLabel('Your name, as you write it').inputValue()).toBe(maren.name)
      await theirs.getByLabel('Password').first().fill('short')
      await theirs.getByRole('button', { name: 'Join' }).click()
      await theirs.getByRole('alert').waitFor()
      await theirs.getByLabel('Password').first().fill(maren.password)
      await theirs.getByRole('button', { name: 'Join' }).click()
      const secret = theirs.getByTestId('secret')
      await expect.poll(() => secret.textContent()).toMatch(/^[A-Z2-7]{32}$/)
      await theirs.getByLabel('Six digits').fill(codeOf((await secret.textContent())!))
      await theirs.getByRole('button', { name: 'Confirm' }).click()
      await theirs.getByRole('button', { name: 'I have kept them' }).click()
      await theirs.getByRole('navigation', { name: 'Main', exact: true }).getByText(maren.name).waitFor()
      await context.close()
      expect((await users()).find((one) => one.name === maren.name)?.roles).toEqual(['recruiter'])
    })

    test('inviting again replaces the link, taking it back ends it', async () => {
      await invite('Ifeoma Nwosu', 'ifeoma@northwind.example', 'Interviewer')
      const [first] = await links()
      await settings('people')
      await button('Invite Ifeoma Nwosu again').click()
      await page.getByText('Invited again').waitFor()
      const [second] = await links()
      const says = async (link: string, heading: string) => {
        const context = await browser.newContext()
        const theirs = await context.newPage()
        await theirs.goto(link)
        await theirs.getByRole('heading', { name: heading }).waitFor()
        await context.close()
      }
      await says(first!, 'This invitation is over')
      await says(second!, 'Join Northwind Robotics')
      await settings('people')
      await button('Take back: Ifeoma Nwosu').click()
      await page.getByText('ifeoma@northwind.example').waitFor({ state: 'detached' })
      expect(await links()).toEqual([])
      await says(second!, 'This invitation is over')
    })

    test('roles are changed, an account is closed and opened again', async () => {
      const theirs = async () => (await users()).find((one) => one.name === maren.name)!
      await settings('people')
      await button('Change Maren Osei').click()
      await choose('Roles of Maren Osei', 'Sourcer')
      await button('Save roles').click()
      await expect.poll(async () => (await theirs()).roles.toSorted()).toEqual(['recruiter', 'sourcer'])
      await page.reload()
      await page.getByText('Recruiter, Sourcer').waitFor()

      await button('Change Maren Osei').click()
      await button('Close the account').click()
      await page.getByText('Closed', { exact: true }).waitFor()
      expect((await theirs()).disabledAt).not.toBeNull()
      await button('Open the account again').click()
      await page.getByText('Closed', { exact: true }).waitFor({ state: 'detached' })
      expect((await theirs()).disabledAt).toBeNull()
    })

    test('the last administrator can neither close themself nor step down', async () => {
      await settings('people')
      await button('Change Priya Raghunathan').click()
      await button('Close the account').click()
      await page.getByText(/One active administrator must stay/).waitFor()
      expect((await users()).find((one) => one.name === 'Priya Raghunathan')?.disabledAt).toBeNull()
    })

    test('a right is taken from a role, is marked, and comes back as it was', async () => {
      await settings('rights')
      const box = page.getByRole('checkbox', { name: /^Recruiter: Publish and close postings/ })
      await box.click()
      await page.getByText('1 differ').waitFor()
      await page.reload()
      await expect.poll(() => box.isChecked()).toBe(false)
      expect(await admin.ask('accounts.permissionDepartures')).toEqual([
        expect.objectContaining({ role: 'recruiter', permission: 'ats.publishPostings', granted: false }),
      ])
      await box.click()
      await page.getByText('As the product comes').waitFor()
      await expect.poll(() => admin.ask('accounts.permissionDepartures')).toEqual([])
    })

    test('what the organisation says about itself stands on the careers site; a wrong colour is refused', async () => {
      await settings('organisation')
      await field('Name').fill('Northwind Robotics BV')
      await field('Website').fill('https://northwind.example')
      await field('Postal address, under outreach mails').fill('Wilhelminakade 1, Rotterdam')
      await section('Organisation').getByRole('button', { name: 'Save' }).click()
      await page
        .getByRole('navigation', { name: 'Main', exact: true })
        .getByText('Northwind Robotics BV')
        .waitFor()
      await page.reload()
      expect(await field('Website').inputValue()).toBe('https://northwind.example')
      expect(await (await fetch(url)).text()).toContain('Northwind Robotics BV')
      await field('Colour of the public pages, such as #0f5b73').fill('blue')
      await section('Organisation').getByRole('button', { name: 'Save' }).click()
      await page.getByText('A colour is written #0f5b73.').waitFor()
    })

    test('an office is added, changed and closed', async () => {
      const offices = () =>
        admin.ask<{ name: string; city: string | null; closedAt: string | null }[]>('accounts.offices')
      await settings('organisation')
      await button('Add an office').click()
      const form = page.locator('form').filter({ has: button('Save office') })
      await form.getByLabel('Name').fill('Delft lab')
      await form.getByLabel('City').fill('Delft')
      await button('Save office').click()
      await form.getByRole('alert').waitFor()
      await form.getByRole('combobox', { name: 'Country' }).fill('Netherl')
      await page.getByRole('option', { name: 'Netherlands', exact: true }).click()
      await form.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Amst')
      await page.getByRole('option', { name: 'Europe/Amsterdam' }).click()
      await button('Save office').click()
      await form.waitFor({ state: 'detached' })
      await button('Change Delft lab').click()
      await form.getByLabel('City').fill('The Hague')
      await button('Save office').click()
      await form.waitFor({ state: 'detached' })
      await button('Close Delft lab').click()
      await page.getByText('Closed', { exact: true }).waitFor()
      expect((await offices()).find((one) => one.name === 'Delft lab')).toMatchObject({
        city: 'The Hague',
        closedAt: expect.any(String),
      })
    })

    test('size, careers site and signing in are set, and size can be unset again', async () => {
      await settings('organisation')
      const size = page.getByLabel(/^People who work for the organisation/)
      await size.fill('120')
      await section('Size').getByRole('button', { name: 'Save' }).click()
      await expect.poll(() => setting('organisation.employees')).toBe(120)
      await size.fill('')
      await section('Size').getByRole('button', { name: 'Save' }).click()
      await expect.poll(() => setting('organisation.employees')).toBeNull()
      await page.getByLabel('The first words on the careers page').fill('We make arms move.')
      await page.getByLabel(/^Days within which/).fill('10')
      await section('Careers site').getByRole('button', { name: 'Save' }).click()
      await expect.poll(() => setting('careers.answerWithinDays')).toBe(10)
      expect(await (await fetch(url)).text()).toContain('We make arms move.')
      await page.getByRole('checkbox', { name: 'Compliance officer' }).check()
      await page.getByRole('switch', { name: /sign-in provider asks/ }).check({ force: true })
      await section('Signing in').getByRole('button', { name: 'Save' }).click()
      await expect
        .poll(() => setting('security.requireSecondFactor'))
        .toEqual(['admin', 'recruiter', 'compliance-officer'])
      expect(await setting('security.providerChecksSecondFactor')).toBe(true)
    })

    test('every field of when mail leaves is kept, and what cannot be is refused', async () => {
      const wanted = {
        'mail.delayMinutes': [/^Minutes that a mail/, 25],
        'mail.rejectionHour': [/^Hour of the next working morning/, 10],
        'mail.quietFromHour': [/^From this hour/, 19],
        'mail.quietUntilHour': [/^Outreach is sent again/, 7],
      } as const
      await settings('mail')
      for (const [label, value] of Object.values(wanted)) await page.getByLabel(label).fill(String(value))
      await section('When mail leaves').getByRole('button', { name: 'Save' }).click()
      for (const [key, [, value]] of Object.entries(wanted)) await expect.poll(() => setting(key)).toBe(value)
      await page.reload()
      for (const [label, value] of Object.values(wanted))
        await expect.poll(() => page.getByLabel(label).inputValue()).toBe(String(value))
      await page.getByLabel(/^Hour of the next working morning/).fill('23')
      await section('When mail leaves').getByRole('button', { name: 'Save' }).click()
      await page.getByRole('alert').waitFor()
      expect(await setting('mail.rejectionHour')).toBe(10)
    })

    test('nothing went wrong unseen', () => {
      expect(wrong).toEqual([])
    })
  },
)
