import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { chromiumPath, type Opened, open, startApp } from './sample-browser.ts'

describe.skipIf(!chromiumPath)('the frame in a browser', () => {
  let app: Opened
  beforeAll(async () => {
    app = await startApp()
    // Vite finds some libraries only when a page asks for them, and then loads the page again.
    const first = await open(app, 'parts')
    await first.getByRole('heading', { level: 1 }).waitFor({ timeout: 90_000 })
    await first.waitForLoadState('networkidle')
    await first.context().close()
  })
  afterAll(() => app?.close())

  it.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('has no fault that axe finds (%s, phone %s)', async (scheme, phone) => {
    const page = await open(app, 'parts', { scheme, phone })
    await page.getByRole('heading', { level: 1 }).waitFor()
    const faults = () => axeFaults(page)
    await page.keyboard.press('x')
    expect(await faults()).toEqual([])
    await page.keyboard.press('Space')
    await page.getByRole('complementary').waitFor()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Search or do' }).waitFor()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'All other parts' }).click()
    await page.getByRole('heading', { name: 'Form' }).waitFor()
    expect(await faults()).toEqual([])
    await page.context().close()
  })

  it('walks, opens and closes by keyboard, with the open person in the address', async () => {
    const page = await open(app, 'parts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Space')
    await page.getByRole('complementary', { name: 'Nguyễn Thị Thu Hà' }).waitFor()
    expect(page.url()).toContain('open=person-1')
    await page.keyboard.press(']')
    await page.getByRole('complementary', { name: '佐藤 美咲' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('open=')
    await page.context().close()
  })

  it('leaves letters to the field that is typed in, and lists every key under ?', async () => {
    const page = await open(app, 'parts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('jx?')
    expect(await page.getByRole('textbox', { name: /Names, mails/ }).inputValue()).toContain('jx?')
    expect(await page.getByRole('toolbar').count()).toBe(0)
    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Shortcuts' }).getByText('Choose up to here').waitFor()
    await page.context().close()
  })

  it('sends whoever is not signed in to sign in, and remembers where they were going', async () => {
    const page = await open(app, 'parts?open=person-3', { signedIn: false })
    await page.waitForURL(/sign-in/)
    expect(new URL(page.url()).pathname).toBe('/app/sign-in')
    expect(new URL(page.url()).searchParams.get('to')).toContain('open=person-3')
    await page.context().close()
  })
})
