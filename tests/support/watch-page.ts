import type { Page, Request } from 'playwright-core'

/** What came of a press, as somebody before the screen or beside the network would see it. */
export interface Watched {
  /** Everything that happened since `begin`: 'request', 'download', 'address', … */
  readonly happened: () => Promise<ReadonlySet<string>>
  /** Console errors, uncaught errors and refused requests since `begin`. */
  readonly faults: () => Promise<string[]>
  /** From here on it counts; `pressed` is the key of what is pressed. */
  readonly begin: (pressed: string) => Promise<void>
  /** Nothing asked, nothing changing any more. */
  readonly settle: (quietMs?: number, mostMs?: number) => Promise<void>
}

interface Seen {
  changes: number
  lastAt: number
  pressed: string
  focused: Element | null
}
declare global {
  interface Window {
    seen?: Seen
  }
}

/** Watches all that a page does; before its first address is opened. */
export const watchPage = async (page: Page): Promise<Watched> => {
  const flying = new Set<Request>()
  let events = new Set<string>()
  let wrong: string[] = []
  let refused: Promise<string | undefined>[] = []
  let addressBefore = ''

  await page.addInitScript(() => {
    const seen: Seen = { changes: 0, lastAt: performance.now(), pressed: '', focused: null }
    window.seen = seen
    const isTip = (node: Node) =>
      node instanceof Element &&
      (node.closest('[role=tooltip]') !== null || node.querySelector('[role=tooltip]') !== null)
    new MutationObserver((all) => {
      for (const one of all) {
        const at = one.target as Element
        if (one.attributeName === 'data-press') continue
        // What merely pointing at it does is not what pressing it does.
        if (isTip(one.target) || [...one.addedNodes, ...one.removedNodes].some(isTip)) continue
        if (one.type === 'attributes' && at.getAttribute('data-press') === seen.pressed)
          if (
            ['class', 'style', 'aria-describedby', 'data-active', 'data-hovered'].includes(one.attributeName!)
          )
            continue
        seen.changes++
        seen.lastAt = performance.now()
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    // “invalid”: the browser itself says which field is missing.
    for (const sign of ['change', 'scroll', 'invalid'])
      document.addEventListener(sign, () => seen.changes++, true)
    window.print = () => void seen.changes++
  })
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/live')) return
    flying.add(request)
    events.add('request')
  })
  page.on('requestfinished', (request) => flying.delete(request))
  page.on('requestfailed', (request) => flying.delete(request))
  page.on('response', (response) => {
    if (response.status() < 400) return
    // A page that is shown says by itself why it is no other.
    if (response.request().isNavigationRequest() && !response.url().includes('/api/')) return
    refused.push(
      response.text().then(
        (body) =>
          unexplained(
            page,
            `${response.request().method()} ${new URL(response.url()).pathname}`,
            response.status(),
            body,
          ),
        () => `${response.url()}: ${response.status()}`,
      ),
    )
  })
  page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      wrong.push(`console: ${line.text()}`)
  })
  page.on('popup', (popup) => {
    events.add('new tab')
    void popup.close()
  })
  page.on('download', (download) => {
    events.add('download')
    void download.cancel()
  })
  page.on('filechooser', () => events.add('choice of files'))
  page.on('dialog', (dialog) => {
    events.add('question of the browser')
    void dialog.dismiss()
  })
  page.on('framenavigated', () => events.add('page'))
  // What a page that is gone still asked for is never answered.
  page.on('domcontentloaded', () => flying.clear())

  return {
    begin: async (pressed) => {
      addressBefore = page.url()
      events = new Set()
      wrong = []
      refused = []
      await page.evaluate((key) => {
        window.seen!.changes = 0
        window.seen!.pressed = key
        window.seen!.focused = document.activeElement
      }, pressed)
    },
    happened: async () => {
      const now = new Set(events)
      if (page.url() !== addressBefore) now.add('address')
      const inside = await page
        .evaluate(() => {
          const at = document.activeElement
          const { changes, focused, pressed } = window.seen!
          const moved =
            at !== focused &&
            at !== document.body &&
            !at?.closest('[data-press]')?.getAttribute('data-press')?.startsWith(pressed)
          return { changed: changes > 0, moved }
        })
        .catch(() => ({ changed: true, moved: false }))
      if (inside.changed) now.add('change')
      if (inside.moved) now.add('focus')
      return now
    },
    faults: async () => [...wrong, ...(await Promise.all(refused)).filter((one) => one !== undefined)],
    settle: async (quietMs = 120, mostMs = 8000) => {
      const end = Date.now() + mostMs
      while (Date.now() < end) {
        const quiet = await page.evaluate(() => performance.now() - window.seen!.lastAt).catch(() => 0)
        if (flying.size === 0 && quiet >= quietMs) return
        await new Promise((later) => setTimeout(later, 25))
      }
    },
  }
}

/** A refusal is no fault when the screen says it: the sentence itself, or an alert on the page that was answered. */
const unexplained = async (
  page: Page,
  call: string,
  status: number,
  body: string,
): Promise<string | undefined> => {
  const says = /"says":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1]
  for (let tries = 0; tries < 60; tries++) {
    const explained = await page
      .evaluate(
        (sentence) => {
          const plain = (text: string) => text.replace(/\s+/gu, ' ')
          if (document.querySelector('[role=alert]')?.textContent) return true
          return sentence !== undefined && plain(document.body.innerText).includes(plain(sentence))
        },
        says === undefined ? undefined : (JSON.parse(`"${says}"`) as string),
      )
      .catch(() => false)
    if (explained) return undefined
    await new Promise((later) => setTimeout(later, 80))
  }
  return `${call} answered ${status} ${says ?? body.slice(0, 120)}, which the screen does not say`
}
