import type { Page } from 'playwright-core'

/** One picture: where it is, whose eyes see it, and what is opened on it first. */
export interface Screen {
  readonly at: string
  readonly seat?: string
  readonly opens?: (page: Page) => Promise<unknown>
}

export interface Subjects {
  /** A job with people in every stage. */
  readonly job: string
  /** Somebody with a résumé that was read. */
  readonly person: string
  readonly thread: string
  /** A pool with people in every stage. */
  readonly pool: string
  /** One of them. */
  readonly member: string
  /** A sequence with people at every step, and one of them. */
  readonly sequence: string
  readonly enrolled: string
}

/** Every screen of the team's app, its dialogs and its states, by the name its pictures get. */
export const screensOf = ({
  job,
  person,
  thread,
  pool,
  member,
  sequence,
  enrolled,
}: Subjects): Readonly<Record<string, Screen>> => ({
  'first-page': { at: '/app/first-run', seat: '' },
  'sign-in': { at: '/app/sign-in', seat: '' },
  'sign-in-refused': { at: '/app/sign-in', seat: '', opens: signInWrongly },
  'forgotten-password': { at: '/app/forgotten-password', seat: '' },
  'reset-password': { at: '/app/reset-password?token=none', seat: '' },
  'accept-invitation': { at: '/app/accept-invitation?token=none', seat: '' },
  home: { at: '/app/' },
  'home-date': { at: '/app/', opens: button('New date') },
  'home-reject': { at: '/app/', seat: 'tomas', opens: button('Not now') },
  'home-waiting': { at: '/app/?show=waiting' },
  'home-done': { at: '/app/?show=done' },
  'home-interviewer': { at: '/app/', seat: 'ifeoma' },
  'home-head': { at: '/app/', seat: 'priya' },
  palette: { at: '/app/', opens: press('Control+k') },
  'palette-words': { at: '/app/', opens: (page) => press('Control+k')(page).then(() => type(page, 'eng')) },
  shortcuts: { at: '/app/', opens: press('?') },
  bell: { at: '/app/', opens: button(/^Notifications|notification/i) },
  inbox: { at: '/app/inbox' },
  'inbox-thread': { at: `/app/inbox?open=${thread}` },
  'inbox-answer': { at: `/app/inbox?open=${thread}`, opens: press('e') },
  candidates: { at: '/app/candidates' },
  'candidates-search': { at: '/app/candidates?q=%22position+loops%22+C%2B%2B' },
  'candidates-none': { at: '/app/candidates?q=zzzqqq' },
  'candidates-filter': { at: '/app/candidates', opens: press('f') },
  'candidates-panel': { at: `/app/candidates?open=${person}` },
  'candidates-add': { at: '/app/candidates?add=form' },
  'candidates-files': { at: '/app/candidates?add=files' },
  'candidates-chosen': { at: '/app/candidates', opens: choose },
  'candidates-write': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('e')(page)) },
  'candidates-tag': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('t')(page)) },
  'candidates-note': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('n')(page)) },
  'candidates-file': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('u')(page)) },
  'candidates-merge': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('m')(page)) },
  'candidates-hold': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('d')(page)) },
  'candidates-pool': { at: '/app/candidates', opens: (page) => choose(page).then(() => press('p')(page)) },
  pools: { at: '/app/pools' },
  'pools-head': { at: '/app/pools', seat: 'priya' },
  'pools-new': { at: '/app/pools?new=true' },
  'pools-archived': { at: '/app/pools?archived=true' },
  pool: { at: `/app/pools/${pool}` },
  'pool-ready': { at: `/app/pools/${pool}?memberStates=%5B%22ready%22%5D` },
  'pool-chosen': { at: `/app/pools/${pool}`, opens: choose },
  'pool-move': { at: `/app/pools/${pool}`, opens: (page) => choose(page).then(() => press('s')(page)) },
  'pool-snooze': { at: `/app/pools/${pool}`, opens: (page) => choose(page).then(() => press('h')(page)) },
  'pool-readiness': { at: `/app/pools/${pool}`, opens: (page) => choose(page).then(() => press('r')(page)) },
  'pool-panel': { at: `/app/pools/${pool}?open=${member}` },
  'pool-add': { at: `/app/pools/${pool}`, opens: (page) => press('a')(page).then(() => type(page, 'robot')) },
  'pool-edit': { at: `/app/pools/${pool}`, opens: press('i') },
  'pool-stages': { at: `/app/pools/${pool}`, opens: (page) => menu(page, 'Change its stages') },
  'pool-seats': { at: `/app/pools/${pool}`, opens: (page) => menu(page, 'Seats it is kept for') },
  'pool-not-there': { at: '/app/pools/01940000-0000-7000-8000-000000000000' },
  outreach: { at: '/app/outreach' },
  'outreach-archived': { at: '/app/outreach?archived=true' },
  'outreach-new': { at: '/app/outreach?new=true' },
  sequence: { at: `/app/outreach/${sequence}` },
  'sequence-person': { at: `/app/outreach/${sequence}?person=${enrolled}` },
  'sequence-step': { at: `/app/outreach/${sequence}`, opens: press('n') },
  'sequence-people': { at: `/app/outreach/${sequence}?tab=people` },
  'sequence-waiting': { at: `/app/outreach/${sequence}?tab=people&state=waiting-for-line` },
  'sequence-enrol': {
    at: `/app/pools/${pool}`,
    opens: async (page) => {
      await choose(page)
      await press('q')(page)
      await page.getByRole('combobox', { name: 'Sequence' }).click({ timeout: 3000 })
      await page.getByRole('option').first().click({ timeout: 3000 })
      await page.waitForTimeout(800)
    },
  },
  'person-sequences': { at: `/app/candidates/${enrolled}` },
  'person-pools': { at: `/app/candidates/${member}` },
  'person-add-to-pool': { at: `/app/candidates/${member}`, opens: press('p') },
  'palette-pools': { at: '/app/', opens: (page) => press('Control+k')(page).then(() => type(page, 'field')) },
  duplicates: { at: '/app/candidates/duplicates' },
  import: { at: '/app/import' },
  person: { at: `/app/candidates/${person}` },
  'person-read': { at: `/app/candidates/${person}?paper=read` },
  'person-files': { at: `/app/candidates/${person}?paper=files` },
  'person-contact': { at: `/app/candidates/${person}?paper=contact` },
  'person-note': { at: `/app/candidates/${person}`, opens: press('n') },
  'person-task': { at: `/app/candidates/${person}`, opens: press('t') },
  'person-details': { at: `/app/candidates/${person}`, opens: press('i') },
  'person-write': { at: `/app/candidates/${person}`, opens: press('e') },
  'person-walked': { at: '/app/candidates', opens: walkIn },
  'person-not-there': { at: '/app/candidates/01940000-0000-7000-8000-000000000000' },
  jobs: { at: '/app/jobs' },
  'jobs-new': { at: '/app/jobs?new=true' },
  pipeline: { at: `/app/jobs/${job}` },
  'pipeline-table': { at: `/app/jobs/${job}?view=table` },
  'pipeline-decided': { at: `/app/jobs/${job}?decided=true` },
  'pipeline-chosen': { at: `/app/jobs/${job}`, opens: pick },
  'pipeline-menu': { at: `/app/jobs/${job}`, opens: (page) => press('j')(page).then(() => press('m')(page)) },
  'pipeline-reject': {
    at: `/app/jobs/${job}`,
    opens: (page) => pick(page).then(() => press('Shift+R')(page)),
  },
  'pipeline-advance': { at: `/app/jobs/${job}`, opens: (page) => pick(page).then(() => press('a')(page)) },
  'pipeline-hold': { at: `/app/jobs/${job}`, opens: (page) => pick(page).then(() => press('h')(page)) },
  review: { at: `/app/review?job=${job}` },
  'review-reject': { at: `/app/review?job=${job}`, opens: press('r') },
  'review-hold': { at: `/app/review?job=${job}`, opens: press('h') },
  'review-note': { at: `/app/review?job=${job}`, opens: press('n') },
  'review-pool': { at: `/app/review?job=${job}`, opens: press('p') },
  'review-mail': { at: `/app/review?job=${job}`, opens: press('e') },
  'job-setup': { at: `/app/jobs/${job}/set-up` },
  ...Object.fromEntries(
    [0.2, 0.4, 0.6, 0.8, 1].map((part, at) => [
      `job-setup-${at + 2}`,
      { at: `/app/jobs/${job}/set-up`, opens: (page: Page) => down(page, part) },
    ]),
  ),
  'job-setup-ask': { at: `/app/jobs/${job}/set-up`, opens: button('Ask for openings') },
  posting: { at: `/app/jobs/${job}/posting` },
  'posting-end': { at: `/app/jobs/${job}/posting`, opens: (page) => down(page, 1) },
  reports: { at: '/app/reports' },
  'job-report': { at: `/app/jobs/${job}/report` },
  ...Object.fromEntries(
    ['account', 'people', 'organisation', 'rights', 'mail', 'templates', 'reasons', 'views'].flatMap(
      (part) => {
        const at = `/app/settings?part=${part}`
        return [
          [`settings-${part}`, { at, seat: 'priya' }],
          [`settings-${part}-end`, { at, seat: 'priya', opens: (page: Page) => down(page, 1) }],
        ]
      },
    ),
  ),
  'not-yours': { at: '/app/settings?part=rights', seat: 'ifeoma' },
  'no-such-page': { at: '/app/nowhere' },
  // Every mail to every person is for an administrator's eyes.
  mailbox: { at: '/app/mailbox', seat: 'priya' },
  'mailbox-mail': { at: '/app/mailbox', seat: 'priya', opens: press('j') },
  careers: { at: '/careers', seat: '' },
})

/** A password that is not theirs. */
const signInWrongly = async (page: Page): Promise<void> => {
  await page.getByLabel(/mail/i).first().fill('maren@example.org')
  await page
    .getByLabel(/password/i)
    .first()
    .fill('not the right one at all')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(800)
}

const press =
  (keys: string) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press(keys)
    await page.waitForTimeout(250)
  }

const button =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click({ timeout: 3000 })

/** An item of the page's menu. */
const menu = async (page: Page, item: string): Promise<void> => {
  await button('More')(page)
  await page.getByRole('menuitem', { name: item }).click({ timeout: 3000 })
}

const type = (page: Page, words: string): Promise<void> => page.keyboard.type(words)

/** Somebody opened from the list, so that the next one is a key away. */
const walkIn = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(1).click({ timeout: 3000 })
  await page.waitForTimeout(300)
  if (page.viewportSize()!.width > 640) await press('Enter')(page)
  await page.waitForTimeout(900)
}

/** The first three of a list. */
const choose = async (page: Page): Promise<void> => {
  for (const nth of [1, 2, 3]) await page.getByRole('checkbox').nth(nth).click({ timeout: 3000, force: true })
}

/** The first two cards of the board. */
const pick = async (page: Page): Promise<void> => {
  for (const keys of ['j', 'x', 'j', 'x']) await press(keys)(page)
}

/** The part that scrolls, scrolled so far. */
const down = (page: Page, part: number): Promise<void> =>
  page.evaluate((far) => {
    const all = [document.scrollingElement!, ...document.querySelectorAll('main, main *')]
    const rest = (one: Element) => one.scrollHeight - one.clientHeight
    const longest = all
      .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) || one === all[0])
      .sort((one, other) => rest(other) - rest(one))[0]!
    longest.scrollTop = rest(longest) * far
  }, part)
