import { mkdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atomFeed } from '../../src/careers/feeds/atom.ts'
import { indeedFeed } from '../../src/careers/feeds/indeed.ts'
import { sitemap } from '../../src/careers/feeds/sitemap.ts'
import { axeFaults, publicTags } from '../support/axe.ts'
import { chromiumPath, noChromium, openBrowser } from '../support/browser.ts'
import { now, postings, site } from './examples.ts'
import { gallery, serveGallery } from './gallery.ts'

const screens = [
  { name: 'wide-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
] as const

const here = chromiumPath() !== undefined
// SCREENSHOTS=folder also writes each page as a picture, to be looked at.
const pictures = process.env.SCREENSHOTS

describe.skipIf(!here)(
  here ? 'the public pages in a browser' : `the public pages in a browser (${noChromium})`,
  () => {
    let browser: Browser
    let served: Awaited<ReturnType<typeof serveGallery>>
    beforeAll(async () => {
      if (pictures) await mkdir(pictures, { recursive: true })
      served = await serveGallery()
      browser = await openBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      served?.close()
    })

    test.each(screens)(
      'axe finds nothing, nothing scrolls sideways and nothing comes from elsewhere: $name',
      async (screen) => {
        const context = await browser.newContext({
          viewport: screen.viewport,
          colorScheme: screen.colorScheme,
          javaScriptEnabled: true,
        })
        const tab = await context.newPage()
        const asked: string[] = []
        const complaints: string[] = []
        tab.on('request', (request) => asked.push(request.url()))
        tab.on('console', (line) => {
          if (line.type() === 'error') complaints.push(line.text())
        })
        const found: string[] = []
        for (const name of Object.keys(gallery)) {
          await tab.goto(`${served.url}/${name}`)
          if (pictures)
            await tab.screenshot({ path: `${pictures}/${name}-${screen.name}.png`, fullPage: true })
          for (const fault of await axeFaults(tab, publicTags)) found.push(`${name}: ${fault}`)
          const width = await tab.evaluate(() => document.documentElement.scrollWidth)
          if (width > screen.viewport.width) found.push(`${name}: ${width} px wide`)
        }
        expect(found).toEqual([])
        expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([])
        expect(complaints).toEqual([])
        await context.close()
      },
    )

    test('without script the browser puts the focus on what is to be put right, and its links lead to the fields', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const tab = await context.newPage()
      await tab.goto(`${served.url}/apply-errors`)
      expect(await tab.locator('#problems:focus').count()).toBe(1)
      const links = await tab
        .locator('#problems a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      expect(links.length).toBeGreaterThan(4)
      for (const link of links) expect(await tab.locator(link!).count(), link!).toBe(1)
      await context.close()
    })

    test('Enter in a field sends the application and does not press "read my résumé"', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const tab = await context.newPage()
      await tab.goto(`${served.url}/apply`)
      await tab.locator('#name').fill('Ada')
      const [posted] = await Promise.all([
        tab.waitForRequest((one) => one.method() === 'POST'),
        tab.locator('#name').press('Enter'),
      ])
      expect(posted.postData()).toMatch(/name="act"\r\n\r\nsend/)
      await context.close()
    })

    test('the feeds are well-formed XML, whatever is written in a job', async () => {
      const tab = await browser.newPage()
      const wild = postings.map((one) => ({
        ...one,
        title: ']]> </title><b> & \u0001 \ud800 "',
        summary: '<![CDATA[ &nbsp;',
      }))
      for (const feed of [indeedFeed(wild, now, site), atomFeed(wild, now, site), sitemap(wild, now, site)]) {
        const wrong = await tab.evaluate(
          (xml) =>
            new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
          feed,
        )
        expect(wrong).toBeUndefined()
      }
      await tab.close()
    })

    test('every target that can be pressed is at least 24 px high, text links apart', async () => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const tab = await context.newPage()
      const small: string[] = []
      for (const name of ['home', 'job', 'apply-errors', 'mine']) {
        await tab.goto(`${served.url}/${name}`)
        small.push(
          ...(await tab
            .locator('.btn, input:not([type=hidden]), select, textarea, summary')
            .evaluateAll((all) =>
              all
                .filter(
                  (one) =>
                    !one.closest('.trap, [aria-hidden=true]') && one.getBoundingClientRect().height < 24,
                )
                .filter((one) => one.checkVisibility())
                .map((one) => one.outerHTML.slice(0, 100)),
            )),
        )
      }
      expect(small).toEqual([])
      await context.close()
    })
  },
)
