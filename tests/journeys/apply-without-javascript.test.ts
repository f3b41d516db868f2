import { rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/kernel/sql.ts'
import { axeFaults, publicTags } from '../support/axe.ts'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { type PublicSite, publicSite } from '../support/public-site.ts'

const here = chromiumPath() !== undefined
// SCREENSHOTS=folder (one that is there) also writes each page as a picture, to be looked at.
const pictures = process.env.SCREENSHOTS
let drawn = 0

const resume = `
  <h1 style="font-size:28px">Inês Carvalho Duarte</h1>
  <p>Lisbon, Portugal<br>ines.carvalho@correio.example<br>+351 912 345 678</p>
  <h2>Experience</h2>
  <p><b>Control Engineer</b>, Braço Robótica<br>March 2022 - Present</p>
  <ul><li>Cut settling time from 310 to 140 ms.</li></ul>
  <h2>Education</h2>
  <p>MSc Electrical Engineering, Universidade do Minho<br>2016 - 2018</p>`

describe.skipIf(!here)(
  here ? 'applying with JavaScript off' : `applying with JavaScript off (${noChromium})`,
  () => {
    let at: PublicSite
    let server: Server
    let browser: Browser
    let context: BrowserContext
    let tab: Page
    let url: string
    let slug: string
    let pdf: Buffer
    const elsewhere: string[] = []

    beforeAll(async () => {
      server = createServer()
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      at = await publicSite({ baseUrl: url })
      server.on('request', getRequestListener(at.app.fetch, { overrideGlobalObjects: false }))
      slug = (await at.newJob()).slug
      browser = await openBrowser()
      const maker = await browser.newPage()
      await maker.setContent(resume)
      pdf = await maker.pdf({ format: 'A4' })
      await maker.close()
      context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
      tab = await context.newPage()
      tab.on('request', (request) => {
        if (!request.url().startsWith(url)) elsewhere.push(request.url())
      })
    })
    afterAll(async () => {
      await browser?.close()
      server?.closeAllConnections()
      server?.close()
      await at?.closeAll()
    })

    /** axe runs as a script of its own, so each page is looked at in a second tab that runs scripts, from the same markup. */
    const accessible = async () => {
      if (pictures) await tab.screenshot({ path: join(pictures, `apply-${++drawn}.png`), fullPage: true })
      const looked = await browser.newContext({ bypassCSP: true })
      const copy = await looked.newPage()
      await copy.route('**/*', (route) =>
        route.request().resourceType() === 'document'
          ? tab.content().then((body) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
          : route.continue(),
      )
      await copy.goto(tab.url())
      expect(await axeFaults(copy, publicTags)).toEqual([])
      await looked.close()
    }

    test('from the list of jobs to the form, a PDF is read into it', async () => {
      await tab.goto(url)
      await tab.getByRole('link', { name: 'Motion Control Engineer' }).click()
      await accessible()
      await tab.getByRole('link', { name: 'Apply for this job' }).first().click()
      await tab
        .getByLabel('Résumé', { exact: true })
        .setInputFiles({ name: 'Inês CV.pdf', mimeType: 'application/pdf', buffer: pdf })
      await tab.getByRole('button', { name: 'Read my résumé and fill in the form' }).click()
      await expect.poll(() => tab.getByText('We read Inês CV.pdf').count()).toBe(1)
      expect(await tab.getByLabel('Your name, as you write it').inputValue()).toBe('Inês Carvalho Duarte')
      expect(await tab.getByLabel('E-mail', { exact: true }).inputValue()).toBe(
        'ines.carvalho@correio.example',
      )
      expect(await tab.getByLabel('What you did there').first().inputValue()).toBe('Control Engineer')
      await accessible()
    })

    test('what was read wrong is corrected; what is missing is said, with nothing lost', async () => {
      await tab.getByLabel('Your name, as you write it').fill('Inês Carvalho')
      await tab.getByRole('button', { name: 'Send application' }).last().click()
      expect(await tab.title()).toContain('1 thing to put right')
      expect(await tab.getByLabel('Your name, as you write it').inputValue()).toBe('Inês Carvalho')
      await accessible()
      await tab.getByRole('link', { name: /Would you travel to Hamburg/ }).click()
      await tab.getByLabel('Yes', { exact: true }).check()
      await tab.getByRole('button', { name: 'Send application' }).last().click()
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe(
        'Thank you, Inês Carvalho. We have your application.',
      )
      await accessible()
      await tab.reload()
      const sent = await at.rows(
        sql<{ n: number; file: string }>`select count(*) over () as n, f.name as file from ats.application a
        join documents.file f on f.id = a.resume_file_id`,
      )
      expect(sent).toEqual([{ n: 1, file: 'Inês CV.pdf' }])
    })

    test('the mailed link opens their own page, which tells the truth', async () => {
      const mail = await at.mailTo('ines.carvalho@correio.example')
      const link = /(http:\S+\/careers\/me\/open\/\S+)/.exec(mail!.text)![1]!
      await tab.goto(link)
      await accessible()
      await tab.getByRole('button', { name: 'Open my page' }).click()
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain(
        'You’ll hear from Maren Osei by',
      )
      await accessible()
      const [download] = await Promise.all([
        tab.waitForEvent('download'),
        tab.getByRole('link', { name: 'Inês CV.pdf' }).click(),
      ])
      expect(download.suggestedFilename()).toBe('Inês CV.pdf')
    })

    test('a message is sent, and the application withdrawn and taken up again', async () => {
      await tab.getByLabel('Write to Maren Osei').fill('Is there parking for a bicycle?')
      await tab.getByRole('button', { name: 'Send', exact: true }).click()
      expect(await tab.getByText('Is there parking for a bicycle?').count()).toBe(1)
      await tab.getByRole('link', { name: 'Withdraw my application' }).click()
      await accessible()
      await tab.getByLabel('The pay does not fit').check()
      await tab.getByRole('button', { name: 'Withdraw my application' }).click()
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain(
        'You withdrew your application',
      )
      await accessible()
      await tab.getByRole('button', { name: 'Undo: I want to stay in' }).click()
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain(
        'You’ll hear from Maren Osei by',
      )
    })

    test('asking for deletion, correcting and leaving work the same way', async () => {
      await tab.getByRole('link', { name: 'Correct something' }).click()
      await accessible()
      await tab.getByLabel(/^Town/).fill('Porto')
      await tab.getByRole('button', { name: 'Save my corrections' }).click()
      await tab.getByRole('link', { name: 'Ask us to delete my data' }).click()
      await accessible()
      await tab.getByLabel('Yes, I want everything').check()
      await tab.getByRole('button', { name: 'Ask for deletion' }).click()
      expect(await tab.getByText('You asked us on').count()).toBe(1)
      await tab.getByRole('button', { name: 'Leave this page on this device' }).click()
      await tab.goto(`${url}/careers/me`)
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe(
        'We need to know that it is you',
      )
      await accessible()
    })

    test('a file that is far too large is answered with a page, not a broken connection', async () => {
      await tab.goto(`${url}/careers/jobs/${slug}/apply`)
      const huge = join(tmpdir(), `throughline-huge-${process.pid}.pdf`)
      await writeFile(huge, Buffer.alloc(34_000_000, 1))
      await tab.getByLabel('Résumé', { exact: true }).setInputFiles(huge)
      await tab.getByRole('button', { name: 'Read my résumé and fill in the form' }).click()
      expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('That file is too large')
      await rm(huge)
    })

    test('nothing was asked of any other place', () => expect(elsewhere).toEqual([]))
  },
)
