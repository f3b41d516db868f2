import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** A headless Chromium that speaks to nobody but the pages under test; close it when done. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error(noChromium)
  return chromium.launch({ executablePath, headless: true, args: flags })
}

/** Where Chromium is: CHROMIUM_PATH, or where the usual packages put it; nothing when there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH, ...usualPlaces].find((path) => path !== undefined && existsSync(path))

/** Why a browser test did not run, for `describe.skipIf(!chromiumPath())`'s name. */
export const noChromium =
  'no Chromium found: install the system package (chromium), or set CHROMIUM_PATH to its executable'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
