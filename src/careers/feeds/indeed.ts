import type { Pay } from '../model/pay.ts'
import { paths } from '../paths.ts'
import { description } from '../postings/job-posting-markup.ts'
import type { Place, Posting } from '../postings/posting.ts'
import type { Site } from '../site/site.ts'
import { cdata } from './xml.ts'

/**
 * All open jobs in the XML that Indeed and other job boards read (docs.indeed.com, "XML feed"): one job per place, each
 * with a reference that never changes, everything in CDATA, pay as on the page.
 */
export const indeedFeed = (
  postings: readonly Posting[],
  changedAt: string,
  site: Site,
): string => `<?xml version="1.0" encoding="utf-8"?>
<source>
<publisher>${cdata(site.organisation.name)}</publisher>
<publisherurl>${cdata(site.baseUrl)}</publisherurl>
<lastBuildDate>${cdata(changedAt)}</lastBuildDate>
${postings.flatMap((posting) => placesOf(posting).map((place) => job(posting, place, site))).join('')}</source>
`

/** A job done wholly from home stands once, for the first country it may be done from. */
const placesOf = (posting: Posting): readonly Place[] =>
  posting.places.length > 0
    ? posting.places
    : posting.remote.kind === 'remote'
      ? [{ town: '', country: posting.remote.from[0] }]
      : []

const job = (posting: Posting, place: Place, site: Site): string => {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', posting.title],
    ['date', posting.postedOn],
    ['referencenumber', referenceOf(posting, place)],
    ['requisitionid', posting.reference],
    ['url', `${site.baseUrl}${paths.job(posting.slug)}`],
    ['company', site.organisation.name],
    ['city', place.town],
    ['state', place.region ?? ''],
    ['country', place.country],
    ['streetaddress', place.street],
    ['postalcode', place.postalCode],
    ['description', description(posting)],
    ['salary', posting.pay && salary(posting.pay)],
    ['jobtype', posting.employment.map((one) => jobTypes[one]).join(', ')],
    ['category', posting.team],
    ['remotetype', remoteTypes[posting.remote.kind]],
    ['expirationdate', posting.closesAt],
    ['lastactivitydate', posting.changedAt],
  ]
  return `<job>\n${fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${cdata(value!)}</${name}>`)
    .join('\n')}\n</job>\n`
}

/** From the place's name and not its position, so that adding or reordering places keeps the others' numbers. */
const referenceOf = (posting: Posting, place: Place): string =>
  `${posting.reference}-${[place.country, place.region, place.town]
    .filter(Boolean)
    .join('-')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')}`

const salary = (pay: Pay): string =>
  `${pay.currency} ${pay.least === pay.most ? pay.least : `${pay.least} - ${pay.most}`} per ${pay.per}`

const jobTypes = {
  'full-time': 'fulltime',
  'part-time': 'parttime',
  contractor: 'contract',
  temporary: 'temporary',
  intern: 'internship',
  volunteer: 'volunteer',
  'per-diem': 'per diem',
} as const

const remoteTypes = { 'on-site': undefined, hybrid: 'Hybrid remote', remote: 'Fully remote' } as const
