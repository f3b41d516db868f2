import { html } from '../html.ts'
import { dayOfText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band, row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

export type ClosedJob = {
  readonly title: string
  readonly closedAt: string
  readonly lang: string
  readonly openJobs: number
}

/** A job that can no longer be applied for (sent with 410): says so, carries no markup, shows the ways on. */
export const closedJobPage = (job: ClosedJob, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.title(job.title),
    main: html`${band({
      crumb: html`<span class="tag none">${words.closed(dayOfText(job.closedAt, reader, 'short', true))}</span> <span lang="${job.lang}">${job.title}</span>`,
      heading: words.heading,
      lead: words.lead,
      rest: html`<p class="acts"><a class="btn main" href="${paths.home()}#jobs">${words.others(job.openJobs)}</a></p>`,
    })}
${rows(row('applied', words.applied, html`<p>${words.yours} <a href="${paths.newLink()}">${words.link}</a></p>`))}`,
  })
}

const english = {
  title: (job: string) => `Closed: ${job}`,
  closed: (day: string) => `Closed ${day}`,
  heading: 'This job is no longer open',
  lead: 'You can’t apply for it any more. Nothing you sent before is lost.',
  others: (open: number) =>
    open === 0 ? 'See our careers page' : open === 1 ? 'See the open job' : `See the ${open} open jobs`,
  applied: 'You applied?',
  yours: 'Everyone who applied gets an answer. Your own page shows where you stand.',
  link: 'Mail me a link to it',
}
