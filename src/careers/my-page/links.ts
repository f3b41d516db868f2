import { textField } from '../applying/fields.ts'
import { problemSummary, titleWithProblems } from '../applying/problem-summary.ts'
import { html } from '../html.ts'
import type { Problem } from '../model/problems.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band, row } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

/**
 * What a mailed link opens: one button that trades the token for a session. Mail scanners fetch links before people do,
 * so that a GET must not use the token up.
 */
export const openLinkPage = (token: string, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.open,
    main: band({
      heading: words.open,
      lead: words.openLead,
      rest: html`<form class="acts" action="${paths.mailedLink(token)}" method="post"><button class="btn main" autofocus>${words.openButton}</button></form>`,
    }),
  })
}

/** Asks for the address to mail a new link to; the first sentence says why the visitor is here. */
export const newLinkPage = (
  asked: { because: 'expired' | 'signed-out' | 'asked'; email: string; problems: readonly Problem[] },
  site: Site,
  reader: Reader,
): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: titleWithProblems(asked.problems, words.heading[asked.because]),
    main: html`${band({ heading: words.heading[asked.because], lead: words.lead[asked.because] })}
<form class="wrap" action="${paths.newLink()}" method="post" novalidate>
${problemSummary(asked.problems)}
${row(
  'new-link',
  words.newLink,
  html`<div class="form"><div class="short">${textField(
    { id: 'email', label: words.email, hint: words.emailHint, problems: asked.problems },
    asked.email,
    { type: 'email', autocomplete: 'email', maxlength: 254 },
  )}</div>
  <div class="acts"><button class="btn main">${words.button}</button></div></div>`,
)}
</form>`,
  })
}

/** The one answer to every request for a link, known address or not (compliance-guide R33): it repeats no state. */
export const linkMailedPage = (email: string, validDays: number, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.mailed,
    main: band({ heading: words.mailed, lead: words.mailedLead(email, validDays) }),
  })
}

/** Said after "save, and mail me a link" on the application form; the same for every address. */
export const savedForLaterPage = (
  saved: { email: string; days: number; slug: string },
  site: Site,
  reader: Reader,
): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.saved,
    main: band({
      heading: words.saved,
      lead: words.savedLead(saved.email, saved.days),
      rest: html`<p class="acts"><a class="btn" href="${paths.job(saved.slug)}">${words.backToJob}</a></p>`,
    }),
  })
}

const english = {
  open: 'Your own page',
  openLead: 'It shows where you stand, what is next and by when.',
  openButton: 'Open my page',
  heading: {
    expired: 'This link has been used or has expired',
    'signed-out': 'We need to know that it is you',
    asked: 'Your own page, by mail',
  },
  lead: {
    expired:
      'Nothing is lost. We mail you a new link to your own page; links work once and for a limited time, so that a forwarded mail gives nothing away.',
    'signed-out': 'There is no password. We mail you a link to your own page.',
    asked: 'There is no password. We mail you a link to your own page.',
  },
  newLink: 'A new link',
  email: 'E-mail',
  emailHint: 'The address that you applied with.',
  button: 'Mail me a link',
  mailed: 'Look into your mail',
  mailedLead: (email: string, days: number) =>
    `If somebody applied here with ${email}, a link is on its way to it. It works once, within ${days} ${
      days === 1 ? 'day' : 'days'
    }. Nothing came? Look under spam, or try the other address you may have used.`,
  saved: 'Saved. Look into your mail',
  savedLead: (email: string, days: number) =>
    `We mailed a link to ${email}. It brings back everything you wrote, within ${days} days; after that we erase it. Files are held for a day only, so you may be asked for them again. Nothing has been sent yet.`,
  backToJob: 'Back to the job',
}
