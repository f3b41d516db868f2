import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What the public pages are held to: WCAG 2.2 AA and what axe calls best practice. */
export const publicTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page at rest, a line each; half-way through a fade a colour is nobody's choice. */
export const axeFaults = async (page: Page, tags?: string[]): Promise<string[]> => {
  await comeToRest(page)
  const axe = new AxeBuilder({ page })
  const { violations } = await (tags ? axe.withTags(tags) : axe).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}

/**
 * Ends every short animation and transition, also those that begin meanwhile. A long one is a clock, such as the time in
 * which an act can be undone: ending it is an act of its own. Waits out here: without JavaScript a page has no timers.
 */
const comeToRest = async (page: Page) => {
  for (let still = 0; still < 3; still++) {
    await new Promise((later) => setTimeout(later, 20))
    if (await page.evaluate(endFades)) still = -1
  }
}

/** Whether anything still moved. Runs inside the page. */
const endFades = (): boolean => {
  const moving = document
    .getAnimations()
    .filter(
      ({ effect, playState }) =>
        playState === 'running' && Number(effect?.getComputedTiming().endTime) <= 1000,
    )
  for (const one of moving) one.finish()
  return moving.length > 0
}
