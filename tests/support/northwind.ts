import type { Browser, Page } from 'playwright-core'
import type { OpenDatabase } from '../../src/adapters/database.ts'
import { openBrowser } from './browser.ts'
import { dataFolder } from './product.ts'
import { pageOf, type SignedIn, setUpNorthwind } from './signed-in.ts'

/** The product with Northwind set up on it, and its first administrator at a browser. */
export interface Northwind {
  readonly url: string
  readonly admin: SignedIn
  readonly browser: Browser
  /** The administrator's page, at no address yet. */
  readonly page: Page
  /** What broke on that page; a journey ends by finding nothing here. */
  readonly wrong: readonly string[]
  /** The product's database, reached beside it: to look, and to let time pass. */
  database(): Promise<OpenDatabase>
  close(): Promise<void>
}

/** The opening of a journey: call it in `beforeAll`, and `close()` in `afterAll`. */
export const openNorthwind = async (env: Readonly<Record<string, string>> = {}): Promise<Northwind> => {
  const folder = dataFolder()
  let browser: Browser | undefined
  let database: OpenDatabase | undefined
  const close = async () => {
    await browser?.close()
    await database?.close()
    await folder.clear()
  }
  try {
    const product = await folder.start('start', env)
    const admin = await setUpNorthwind(product.url, await product.token())
    browser = await openBrowser()
    const page = await pageOf(browser, product.url, admin)
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    return {
      url: product.url,
      admin,
      browser,
      page,
      wrong,
      database: async () => {
        database ??= await folder.database()
        return database
      },
      close,
    }
  } catch (error) {
    // Nobody has what to close yet: what started must not outlive the failed opening.
    await close()
    throw error
  }
}
