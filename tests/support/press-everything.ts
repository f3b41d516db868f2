import type { Locator, Page } from 'playwright-core'
import { type Pressable, readPressables } from './pressables.ts'
import type { Watched } from './watch-page.ts'

/** One screen, or the frame around all of them. */
export interface Screen {
  readonly path: string
  /** Nothing matching is pressed here: it ends what the test stands on, or has its own screen. */
  readonly not?: RegExp
}

/** What was pressed, by whom and where, and what was wrong with it. */
export interface Pressed {
  readonly way: string
  readonly faults: readonly string[]
}

/** How deep: a menu, the dialog behind its item, the dialog's buttons. */
const deepest = 3

/**
 * Presses all that can be pressed on a screen, each from the freshly opened screen or one that is as if it were, and
 * what the press opens in turn, `most` in all. `known` holds what was pressed on other screens already, such as the frame.
 */
export const pressEverything = async (
  page: Page,
  watched: Watched,
  screen: Screen & { readonly base: string; readonly known: Set<string>; readonly most: number },
): Promise<Pressed[]> => {
  const all: Pressed[] = []
  /** How the screen looks where each way leads, to know that it still stands there. */
  const looks = new Map<string, string>()

  const read = () => page.evaluate(readPressables)
  const lookOf = (these: readonly Pressable[]) =>
    `${page.url()}\n${these.map(({ key, state }) => `${key} ${state}`).join('\n')}`
  const nameOf = (way: readonly Pressable[]) => way.map(({ key }) => key).join('\n')
  const open = async () => {
    await page.goto(screen.base + screen.path)
    await page.locator('h1').first().waitFor({ state: 'attached' })
    await watched.settle(200)
  }
  const standsAt = async (way: readonly Pressable[]): Promise<boolean> => {
    const look = looks.get(nameOf(way))
    return look !== undefined && look === lookOf(await read())
  }
  const step = async (it: Pressable): Promise<boolean> => {
    if (!(await read()).some(({ key }) => key === it.key)) return false
    await pressOn(page.locator(`[data-press=${JSON.stringify(it.key)}]`).first())
    await watched.settle()
    return true
  }
  /** Stands where this way leads; false when it is gone, as after what it did the last time. */
  const go = async (way: readonly Pressable[]): Promise<boolean> => {
    if (await standsAt(way)) return true
    if (looks.has(nameOf(way.slice(0, -1)))) {
      await page.keyboard.press('Escape')
      await watched.settle()
    }
    if (way.length === 0) {
      if (!(await standsAt(way))) await open()
    } else {
      const before = way.slice(0, -1)
      const back = (await standsAt(before)) || (await go(before))
      if (!back || !(await step(way.at(-1)!).catch(() => false))) return false
    }
    looks.set(nameOf(way), lookOf(await read()))
    return true
  }
  const press = async (way: readonly Pressable[], it: Pressable): Promise<Pressable[]> => {
    const before = new Set((await read()).map(({ key }) => key))
    if (!before.has(it.key)) return []
    const at = page.locator(`[data-press=${JSON.stringify(it.key)}]`).first()
    await at.hover({ timeout: 1500, force: true }).catch(() => undefined)
    await watched.settle(50, 1500)
    const pathBefore = new URL(page.url()).pathname
    await watched.begin(it.key)
    const faults: string[] = []
    await pressOn(at).catch((error: Error) => {
      faults.push(
        `cannot be pressed: ${/<[^\n]*intercepts[^\n]*/.exec(error.message)?.[0] ?? error.message.slice(0, 300)}`,
      )
    })
    const end = Date.now() + 8000
    let happened = await watched.happened()
    while (happened.size === 0 && Date.now() < end) {
      await new Promise((later) => setTimeout(later, 40))
      happened = await watched.happened()
    }
    await watched.settle()
    if (happened.size === 0 && faults.length === 0) faults.push('nothing happened')
    faults.push(...(await watched.faults()), ...(await page.evaluate(wrongOnPage)))
    if (it.name.startsWith('(without a name')) faults.push('has no name')
    all.push({ way: [...way, it].map(({ name }) => name.slice(0, 60)).join(' › '), faults })
    if (new URL(page.url()).pathname !== pathBefore || happened.has('page')) return []
    const after = await read()
    looks.set(nameOf([...way, it]), lookOf(after))
    return after.filter(({ key }) => !before.has(key))
  }
  const walk = async (way: readonly Pressable[], these: readonly Pressable[]): Promise<void> => {
    for (const it of these) {
      if (all.length >= screen.most) return
      if (screen.known.has(it.key) || it.chosen || screen.not?.test(it.name)) continue
      screen.known.add(it.key)
      if (!(await go(way))) continue
      let opened = await press(way, it)
      // On a busy machine a press may miss what was still moving; what does nothing does nothing twice.
      if (all.at(-1)?.faults.some((fault) => missed.test(fault))) {
        await open()
        if (await go(way)) {
          const first = all.pop()!
          opened = await press(way, it)
          if (all.at(-1)?.way !== first.way) all.push(first)
        }
      }
      if (way.length + 1 < deepest && opened.length > 0) await walk([...way, it], opened)
    }
  }
  await go([])
  const faults = await page.evaluate(wrongOnPage)
  if (faults.length > 0) all.push({ way: '(opened)', faults })
  await walk([], await read())
  return all
}

const missed = /^(?:nothing happened|cannot be pressed)/

/** As a person would: what shows only to the keyboard by the keyboard, what lies under an open list after closing it. */
const pressOn = async (at: Locator): Promise<void> => {
  const kind = await at.evaluate((one) => {
    if (one.matches('input[type=checkbox], input[type=radio]')) return 'box'
    // The words chosen already lie over the field, and open its list as it does.
    if (one.matches('input[aria-haspopup]')) return 'field'
    return one.getBoundingClientRect().bottom <= 0 && one.matches('a[href^="#"]') ? 'skip' : 'button'
  })
  if (kind === 'box') return at.evaluate((one) => (one as HTMLElement).click())
  if (kind === 'skip') return at.press('Enter')
  if (kind === 'field') return at.click({ force: true })
  await at.click({ timeout: 3000 }).catch(async () => {
    await at.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await at.click({ timeout: 8000 })
  })
}

/** What no screen may show. Runs inside the page. */
const wrongOnPage = (): string[] => {
  const faults: string[] = []
  const shown = document.body.innerText
  for (const sign of [/\bundefined\b/u, /\bNaN\b/u, /\[object /u, /Invalid Date/u]) {
    const at = shown.search(sign)
    if (at >= 0) faults.push(`shows “${shown.slice(Math.max(0, at - 40), at + 40)}”`)
  }
  const heading = [...document.querySelectorAll('h1, h2')].map((one) => one.textContent ?? '')
  const dead = heading.find((one) =>
    /doesn’t open this page|nothing at this address|went wrong|could not be shown/iu.test(one),
  )
  if (dead) faults.push(`leads to “${dead}”`)
  for (const dialog of document.querySelectorAll<HTMLElement>('[role=dialog], [role=menu], [role=listbox]')) {
    if (!dialog.checkVisibility()) continue
    if (dialog.innerText.trim().length < 3 && !dialog.querySelector('input, img, iframe'))
      faults.push('opens something empty')
  }
  return faults
}
