import { each, given, type Html, html } from '../html.ts'
import { dayOfText, dayText } from '../model/dates.ts'
import { englishPeriods, payText } from '../model/pay.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'
import { englishEmployment } from './employment-words.ts'
import { type Posting, placeLine } from './posting.ts'

export type CareersHome = {
  readonly heading: string
  readonly lead?: string
  /** What the visitor looks for, as it stands in the address. */
  readonly search: { readonly words: string; readonly team: string; readonly place: string }
  /** Every team and place that has an open job, with how many; counted before the search. */
  readonly teams: readonly Choice[]
  readonly places: readonly Choice[]
  readonly open: number
  readonly found: readonly Group[]
  /** Figures counted from the hiring records; none until there is something to count. */
  readonly figures?: {
    readonly countedAt: string
    readonly list: readonly { readonly figure: string; readonly says: string }[]
  }
}

export type Choice = { readonly id: string; readonly label: string; readonly jobs: number }
export type Group = { readonly team: string; readonly postings: readonly Listed[] }
export type Listed = Pick<
  Posting,
  | 'slug'
  | 'title'
  | 'places'
  | 'remote'
  | 'pay'
  | 'seats'
  | 'postedOn'
  | 'closesAt'
  | 'office'
  | 'employment'
  | 'lang'
>

/** The front of the careers site: the open jobs, found by words, team and place, and what was counted. */
export const careersHome = (home: CareersHome, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const found = home.found.reduce((sum, group) => sum + group.postings.length, 0)
  const searching = Boolean(home.search.words || home.search.team || home.search.place)
  return page(site, reader, {
    title: searching ? words.foundTitle(found, home.search.words) : words.title,
    canonical: paths.home(),
    description: home.lead,
    main: html`<div class="cover"><div class="wrap"><h1>${home.heading}</h1>${given(home.lead, (lead) => html`<p class="lead">${lead}</p>`)}</div></div>
${rows(
  row(
    'jobs',
    words.jobs,
    home.open === 0
      ? html`<p>${words.noneOpen}</p>`
      : html`${searchForm(home, words)}
  ${searching ? html`<p class="acts"><strong>${words.found(found, home.open)}</strong> <a href="${paths.home()}#jobs">${words.all(home.open)}</a></p>` : ''}
  ${found === 0 ? html`<p>${words.noneFound}</p>` : each(home.found, (group) => jobGroup(group, reader, words))}`,
    words.count(home.open),
  ),
  given(home.figures, (figures) =>
    row(
      'figures',
      words.figures,
      html`<dl class="facts big">${each(figures.list, (one) => html`<div><dt>${one.says}</dt><dd>${one.figure}</dd></div>`)}</dl>
  <p class="quiet small">${words.countedOn(dayOfText(figures.countedAt, reader, 'long', true))}</p>`,
      words.figuresAside,
    ),
  ),
)}`,
  })
}

const searchForm = (
  home: CareersHome,
  words: typeof english,
): Html => html`<form class="search" role="search" action="${paths.home()}#jobs" method="get">
    <div><label for="q">${words.what}</label><input id="q" name="q" type="search" value="${home.search.words}" maxlength="200"></div>
    ${choiceField('team', words.team, words.anyTeam, home.teams, home.search.team)}
    ${choiceField('place', words.place, words.anyPlace, home.places, home.search.place)}
    <button class="btn main">${words.search}</button>
  </form>`

const choiceField = (
  name: string,
  label: string,
  any: string,
  choices: readonly Choice[],
  chosen: string,
): Html =>
  html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${any}</option>${each(
    choices,
    (one) =>
      html`<option value="${one.id}"${one.id === chosen ? html` selected` : ''}>${one.label} (${one.jobs})</option>`,
  )}</select></div>`

const jobGroup = (group: Group, reader: Reader, words: typeof english): Html => html`
  <h3>${group.team} <span class="opt">${group.postings.length}</span></h3>
  <ul class="list">${each(
    group.postings,
    (job) => html`
    <li><a class="t" href="${paths.job(job.slug)}" lang="${job.lang}">${job.title}</a> <span class="small">${[
      placeLine(job, words.fromHome),
      job.employment.map((one) => words.employment[one]).join(words.or),
    ]
      .filter(Boolean)
      .join(' · ')}</span> <span class="e"><span class="num">${
      job.pay ? payText(job.pay, reader, englishPeriods) : words.payUnknown
    }</span><br><span class="small quiet">${[
      job.seats > 1 ? words.seats(job.seats) : '',
      job.closesAt
        ? words.applyBy(dayOfText(job.closesAt, { ...reader, zone: job.office.zone }, 'brief'))
        : words.posted(dayText(job.postedOn, reader, 'brief')),
    ]
      .filter(Boolean)
      .join(' · ')}</span></span></li>`,
  )}
  </ul>`

const english = {
  title: 'Careers',
  foundTitle: (found: number, words: string) =>
    `${found} ${found === 1 ? 'job' : 'jobs'}${words ? ` for “${words}”` : ''}`,
  jobs: 'Open jobs',
  count: (open: number) => (open === 0 ? 'None today' : open === 1 ? 'One job' : `${open} jobs`),
  what: 'What would you like to do?',
  team: 'Team',
  place: 'Place',
  anyTeam: 'All teams',
  anyPlace: 'All places',
  search: 'Search',
  found: (found: number, open: number) => `${found} of ${open} jobs`,
  all: (open: number) => (open === 1 ? 'Show the open job' : `Show all ${open}`),
  noneFound: 'No open job fits all of that. Fewer words, or another team or place, may find one.',
  noneOpen: 'No job is open today. This page shows each new one on the day it opens, and so does the feed.',
  fromHome: (countries: string) => `from home (${countries})`,
  or: ' or ',
  employment: englishEmployment,
  payUnknown: 'Pay not stated',
  seats: (seats: number) => `${seats} seats`,
  applyBy: (day: string) => `apply by ${day}`,
  posted: (day: string) => `posted ${day}`,
  figures: 'Honest facts',
  figuresAside: 'Counted, not chosen. Poor ones are shown too.',
  countedOn: (day: string) => `Counted on ${day} from our own hiring records.`,
}
