import { each, given, type Html, html, raw } from '../html.ts'
import { directionOf, type Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import type { Site } from './site.ts'
import { wordsIn } from './words.ts'

export type Page = {
  readonly title: string
  readonly main: Html
  /** Where the page lives on this site; pages for one person have none and are kept out of search engines. */
  readonly canonical?: string
  readonly description?: string
  /** JSON-LD, already escaped by `scriptJson`. */
  readonly markup?: string
}

/** A whole page: head, the organisation's name, the main part, the foot. No script, nothing from elsewhere. */
export const page = (
  site: Site,
  reader: Reader,
  { title, main, canonical, description, markup }: Page,
): string => {
  const words = wordsIn(reader.lang, { en: english })
  return html`<!doctype html>
<html lang="${reader.lang}" dir="${directionOf(reader.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${site.organisation.name}</title>
${canonical ? html`<link rel="canonical" href="${site.baseUrl}${canonical}">` : html`<meta name="robots" content="noindex">`}
${given(description, (text) => html`<meta name="description" content="${text}">`)}
<link rel="stylesheet" href="${paths.asset('careers.css')}?${site.assetVersion}">
<link rel="stylesheet" href="${paths.asset('theme.css')}?${site.assetVersion}">
<link rel="icon" type="image/svg+xml" href="${paths.asset('icon.svg')}?${site.assetVersion}">
<link rel="alternate" type="application/atom+xml" title="${words.feed}" href="${paths.atom()}">
${given(markup, (json) => html`<script type="application/ld+json">${raw(json)}</script>`)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="wrap">
    <a class="logo" href="${paths.home()}">${mark(site)}<span>${site.organisation.name}</span></a>
    <nav aria-label="${words.nav}"><a href="${paths.home()}#jobs">${words.jobs}</a> <a href="${paths.mine()}">${words.mine}</a>
    ${each(site.languages, (one) => html`<a href="${one.href}" lang="${one.lang}" hreflang="${one.lang}">${one.label}</a> `)}</nav>
  </div>
</header>
<main id="main">
${main}
</main>
<footer class="foot">
  <div class="wrap"><a href="${paths.privacy()}">${words.privacy}</a> <a href="${paths.accessibility()}">${words.accessibility}</a> ${given(
    site.organisation.contactMail,
    (mail) => html`<a href="mailto:${mail}">${mail}</a>`,
  )} <span class="end">${[site.organisation.legalName, site.organisation.address].filter(Boolean).join(', ')}</span></div>
</footer>
</body>
</html>
`.toString()
}

const mark = (site: Site): Html =>
  site.logo
    ? html`<img src="${site.logo}" alt="" height="28">`
    : html`<svg viewBox="0 0 28 28" aria-hidden="true"><rect width="28" height="28" rx="6" fill="currentColor"/><text x="14" y="20" text-anchor="middle" font-size="17" font-weight="700" class="mark">${
        [...site.organisation.name][0] ?? ''
      }</text></svg>`

const english = {
  skip: 'Skip to content',
  nav: 'Main',
  jobs: 'Jobs',
  mine: 'Your application',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  feed: 'Open jobs',
}
