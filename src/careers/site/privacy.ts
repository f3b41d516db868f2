import { each, given, html } from '../html.ts'
import { dayText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { richText } from '../postings/rich-text.ts'
import { page } from './layout.ts'
import { band, row, rows } from './parts.ts'
import type { Site } from './site.ts'
import { wordsIn } from './words.ts'

export type PrivacyPage = {
  /** One line per kind of thing stored, from the rules that really erase it. */
  readonly stored: readonly {
    readonly what: string
    readonly why: string
    /** The legal ground, such as GDPR Art. 6(1)(b). */
    readonly ground: string
    readonly seenBy: string
    readonly keptFor: string
  }[]
  readonly officer?: { readonly name: string; readonly mail: string }
  readonly authority?: { readonly name: string; readonly url: string }
  /** What the organisation adds in its own words. */
  readonly added?: string
  readonly changedOn: string
}

/** What is stored about people who apply, why, who sees it and how long (GDPR Art. 13). */
export const privacyPage = (privacy: PrivacyPage, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.title,
    canonical: paths.privacy(),
    main: html`${band({ heading: words.heading, lead: words.lead(site.organisation.legalName) })}
${rows(
  row(
    'stored',
    words.stored,
    html`<table class="fold"><caption class="hide">${words.stored}</caption>
    <thead><tr><th scope="col">${words.what}</th><th scope="col">${words.why}</th><th scope="col">${words.seenBy}</th><th scope="col">${words.keptFor}</th></tr></thead>
    <tbody>${each(
      privacy.stored,
      (one) =>
        html`<tr><th scope="row">${one.what}</th><td data-l="${words.why}">${one.why} <span class="small quiet">${one.ground}</span></td><td data-l="${words.seenBy}">${one.seenBy}</td><td data-l="${words.keptFor}">${one.keptFor}</td></tr>`,
    )}</tbody></table>`,
  ),
  row('machines', words.machines, html`<p>${words.machinesSay}</p>`),
  row('site', words.site, html`<p>${words.siteSays}</p>`),
  row(
    'rights',
    words.rights,
    html`<p>${words.rightsSay}</p><p class="acts"><a class="btn" href="${paths.mine()}">${words.mine}</a></p>${given(
      privacy.authority,
      (authority) => html`<p>${words.authority} <a href="${authority.url}">${authority.name}</a>.</p>`,
    )}`,
  ),
  given(privacy.added, (added) =>
    row('added', words.added, html`<div class="prose">${richText(added)}</div>`),
  ),
  row(
    'who',
    words.who,
    html`<p>${[site.organisation.legalName, site.organisation.address].filter(Boolean).join(', ')}. ${given(
      privacy.officer?.mail ?? site.organisation.contactMail,
      (mail) =>
        html`<a href="mailto:${mail}">${privacy.officer ? `${privacy.officer.name}, ${mail}` : mail}</a>`,
    )}</p><p class="small quiet">${words.changed(dayText(privacy.changedOn, reader, 'long', true))}</p>`,
  ),
)}`,
  })
}

const english = {
  title: 'Privacy',
  heading: 'What we store, why, and for how long',
  lead: (name: string) =>
    `When you apply, ${name} keeps what you send and what we note about it. Here is all of it.`,
  stored: 'What we store',
  what: 'What',
  why: 'Why',
  seenBy: 'Who can see it',
  keptFor: 'Kept',
  machines: 'Machines',
  machinesSay:
    'Software reads your résumé to save you typing; you see and correct what it read. It does not score, sort or turn down anybody. A person decides, and their name stands on your page.',
  site: 'This site',
  siteSays:
    'No cookies until you open your own page, and then one, to know that it is you. No counters, no fonts or scripts from elsewhere. Nothing about your visit leaves this site.',
  rights: 'Your rights',
  rightsSay:
    'See, correct or download everything on your own page at any time, and ask us there to delete it. You can also object, have something restricted, or take back a consent; write to us. It never counts against you.',
  mine: 'Your own page',
  authority: 'You can complain to',
  added: 'Also',
  who: 'Who is responsible',
  changed: (day: string) => `Last changed on ${day}.`,
}
