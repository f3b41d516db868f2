import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What the public pages are held to: WCAG 2.2 AA and what axe calls best practice. */
export const publicTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page at rest, a line each; half-way through a fade a colour is nobody's choice. */
export const axeFaults = async (page: Page, tags?: string[]): Promise<string[]> => {
  await page.evaluate(comeToRest)
  const axe = new AxeBuilder({ page })
  const { violations } = await (tags ? axe.withTags(tags) : axe).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  )
}

/** Ends every animation and transition that has an end, also those that begin meanwhile. */
const comeToRest = async () => {
  const frame = () => new Promise((later) => setTimeout(later, 20))
  for (let still = 0; still < 3; still++) {
    await frame()
    const moving = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
      )
    for (const one of moving) one.finish()
    if (moving.length > 0) still = -1
  }
}
