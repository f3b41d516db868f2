import { html } from '../html.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

/** What the link under a newsletter opens: one button. Looking changes nothing, as mail scanners look too (RFC 8058, 3.1). */
export const unsubscribePage = (token: string, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.heading,
    main: band({
      heading: words.heading,
      lead: words.lead(site.organisation.name),
      rest: html`<form class="acts" action="${paths.unsubscribe(token)}" method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="btn main">${words.button}</button> <a class="btn" href="${paths.home()}">${words.keep}</a></form>`,
    }),
  })
}

/** Said after unsubscribing, and again at each repeat; the same for a link that we do not know. */
export const unsubscribedPage = (site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.done,
    main: band({ heading: words.done, lead: words.doneLead(site.organisation.name) }),
  })
}

const english = {
  heading: 'No more of these mails?',
  lead: (name: string) =>
    `${name} then writes to this address about your own application only, if there is one.`,
  button: 'Unsubscribe',
  keep: 'Keep them',
  done: 'You are unsubscribed',
  doneLead: (name: string) =>
    `If this link was one of ours, ${name} sends no more of these mails to the address it was mailed to. Answers about your own application still come.`,
}
