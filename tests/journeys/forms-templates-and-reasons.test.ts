import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, noChromium } from '../support/browser.ts'
import { type Northwind, openNorthwind } from '../support/northwind.ts'
import { peopleInProcess, publishedJob, type SignedIn } from '../support/signed-in.ts'

const here = chromiumPath() !== undefined
const name = 'templates, reasons, tokens and saved views in the settings'

describe.skipIf(!here)(here ? name : `${name} (${noChromium})`, () => {
  let northwind: Northwind
  let url: string
  let admin: SignedIn
  let page: Page
  let applicationId: string
  let wrong: readonly string[]
  beforeAll(async () => {
    northwind = await openNorthwind()
    ;({ admin, page, url, wrong } = northwind)
    const { jobId } = await publishedJob(admin)
    applicationId = (await peopleInProcess(admin, jobId, 1))[0]!.applicationId
  })
  afterAll(() => northwind?.close())

  const settings = (part: string) => page.goto(`${url}/app/settings?part=${part}`)
  const button = (says: string) => page.getByRole('button', { name: says, exact: true })
  const template = async () =>
    (
      await admin.ask<{
        templates: { key: string; language: string; subject: string; body: string; isDefault: boolean }[]
      }>('messaging.templates')
    ).templates.find((one) => one.key === 'rejection-after-review' && one.language === 'en')!

  describe('a template', () => {
    let ours: string
    const text = () => page.getByLabel('Text', { exact: true })

    test('is shown as a real person reads it, with what they are called and applied for', async () => {
      ours = (await template()).body
      await page.goto(`${url}/app/settings?part=templates&open=rejection-after-review.en`)
      await page.getByText('What is merged in is marked').waitFor()
      await page.getByRole('combobox', { name: 'Show it as somebody reads it' }).fill('Kim Number0')
      await page.getByRole('option', { name: 'Kim Number0' }).click()
      await page.getByText(/As Kim Number0 reads it/).waitFor()
      const shown = page.locator('mark')
      await expect.poll(() => shown.allInnerTexts()).toContain('Kim')
      expect(await shown.allInnerTexts()).toContain('Motion Control Engineer')
    })

    test('with a field that does not exist is not saved', async () => {
      await text().fill('Hello {{ candidate.nickname }}')
      await page.getByText('There is no field candidate.nickname').waitFor()
      expect(await button('Save template').isDisabled()).toBe(true)
      await expect(
        admin.run('messaging.saveTemplate', {
          key: 'rejection-after-review',
          name: 'x',
          language: 'en',
          purpose: 'process',
          subject: 'x',
          body: 'Hello {{ candidate.nickname }}',
        }),
      ).rejects.toThrow('unknown-field')
    })

    test('is saved with a field put in by the menu, and marked as changed', async () => {
      await text().fill('Dear ')
      await button('Insert a field').click()
      await page.getByRole('menuitem', { name: 'candidate full name' }).click()
      await expect.poll(() => text().inputValue()).toBe('Dear {{ candidate.full_name }}')
      await page.locator('mark').getByText('Kim Number0').waitFor()
      await button('Save template').click()
      await button('Back to the product’s words').waitFor()
      expect(await template()).toMatchObject({ body: 'Dear {{ candidate.full_name }}', isDefault: false })
      await page.reload()
      expect(await text().inputValue()).toBe('Dear {{ candidate.full_name }}')
    })

    test('goes back to the product’s words, which then stand there', async () => {
      await button('Back to the product’s words').click()
      await expect.poll(() => text().inputValue()).toBe(ours)
      expect(await template()).toMatchObject({ body: ours, isDefault: true })
      expect(await button('Save template').isDisabled()).toBe(true)
    })
  })

  describe('the reasons', () => {
    interface Reason {
      readonly code: string
      readonly says: string
      readonly templateKey: string | null
    }
    const inUse = async () => (await admin.ask<{ reasons: Reason[] }>('ats.reasons')).reasons
    const saved = () => button('Drop the changes').waitFor({ state: 'detached' })

    test('get a new one with its letter, in the place of the key 1', async () => {
      await settings('reasons')
      const before = (await admin.ask<{ reasons: Reason[] }>('ats.everyReason')).reasons.length
      await button('Add a reason of ours').click()
      await page.getByLabel('Words of the new reason').fill('No right to work here')
      await page.getByRole('combobox', { name: 'Letter for No right to work here' }).click()
      await page.getByRole('option', { name: 'Not now, after interviews' }).click()
      for (let ups = 0; ups < 6; ups++) await button('Move No right to work here up').click()
      expect(await button('Move No right to work here up').isDisabled()).toBe(true)
      await button('Save reasons').click()
      await saved()
      expect((await inUse())[0]).toMatchObject({
        code: 'no-right-to-work-here',
        templateKey: 'rejection-after-interview',
      })
      await page.reload()
      const first = page.getByRole('list', { name: 'We say no' }).getByRole('listitem').first()
      expect(await first.getByRole('textbox').first().inputValue()).toBe('No right to work here')
      expect(await first.innerText()).toContain('1')
      expect((await admin.ask<{ reasons: Reason[] }>('ats.everyReason')).reasons).toHaveLength(before + 1)
    })

    test('one goes out of use where a no is said, and stays in the settings', async () => {
      await page
        .getByRole('switch', { name: 'No answer to several messages is in use' })
        .uncheck({ force: true })
      await button('Save reasons').click()
      await saved()
      expect((await inUse()).map((one) => one.code)).not.toContain('not-reachable')
      await expect(
        admin.run('ats.rejectApplications', { applicationIds: [applicationId], reasonCode: 'not-reachable' }),
      ).rejects.toThrow('no-such-reason')
      await settings('reasons')
      await page.getByLabel('Words of No answer to several messages').waitFor()
    })

    test('a no with the new one is answered with its letter', async () => {
      await admin.run('ats.rejectApplications', {
        applicationIds: [applicationId],
        reasonCode: 'no-right-to-work-here',
      })
      const [mail] = (await admin.ask<{ mails: { subject: string }[] }>('messaging.mailbox', {})).mails
      expect(mail?.subject).toBe('After our talk about Motion Control Engineer: a no this time')
    })

    test('the same words twice are refused beside the button, and the changes can be dropped', async () => {
      await page.getByLabel('Words of Somebody else was chosen').fill('no right to work HERE')
      await button('Save reasons').click()
      await page.getByText('stands there twice').waitFor()
      await button('Drop the changes').click()
      await page.getByLabel('Words of Somebody else was chosen').waitFor()
    })
  })

  describe('a token for programs', () => {
    const asks = async (token: string, name: string) =>
      (
        await fetch(`${url}/api/v1/${name}?input=%7B%7D`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status
    let token: string

    test('is shown once and works within its rights only', async () => {
      await settings('account')
      await page.getByText('Make a token', { exact: true }).click()
      await page.getByLabel('For which program').fill('Wall screen')
      await page.getByRole('checkbox', { name: 'See the jobs whose team one is on' }).check()
      await button('Make token').click()
      token = (await page.getByText('shown only once').locator('code').textContent())!
      expect(await asks(token, 'ats.jobs')).toBe(200)
      expect(await asks(token, 'accounts.invitations')).toBe(403)
      await page.reload()
      await page.getByText('Wall screen').waitFor()
      expect(await page.getByText(token).count()).toBe(0)
    })

    test('taken back it opens nothing any more', async () => {
      await button('Take back: Wall screen').click()
      await page.getByText('Wall screen').waitFor({ state: 'detached' })
      expect(await asks(token, 'ats.jobs')).toBe(401)
    })
  })

  test('a saved view stands in the settings, leads to its list and can be deleted', async () => {
    await settings('views')
    await page.getByText('No saved views yet').waitFor()
    await admin.run('accounts.saveView', {
      screen: 'candidates',
      name: 'All Kims',
      search: '?words=Kim',
      shared: true,
    })
    await page.reload()
    await page.getByText('Shared', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'All Kims' }).click()
    await page.waitForURL(/\/app\/candidates\?.*words=Kim/)
    await page.getByText('Kim Number0').first().waitFor()
    await settings('views')
    await button('Delete').click()
    await page.getByText('No saved views yet').waitFor()
    expect(await admin.ask('accounts.savedViews')).toEqual([])
  })

  test('nothing went wrong unseen', () => {
    expect(wrong).toEqual([])
  })
})
