import { html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Site } from '../site/site.ts'
import type { Place, Posting } from './posting.ts'
import { richText } from './rich-text.ts'

/**
 * schema.org JobPosting of a live posting, as search engines ask for it (developers.google.com, "Job posting structured
 * data"): it says what the page shows and nothing else. TELECOMMUTE only where all work is done from home, and then with
 * the countries it may be done from.
 */
export const jobPostingMarkup = (posting: Posting, site: Site): Readonly<Record<string, unknown>> => {
  const remote = posting.remote.kind === 'remote' ? posting.remote : undefined
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: posting.title,
    description: description(posting),
    identifier: { '@type': 'PropertyValue', name: site.organisation.name, value: posting.reference },
    url: `${site.baseUrl}${paths.job(posting.slug)}`,
    datePosted: posting.postedOn,
    ...(posting.closesAt ? { validThrough: posting.closesAt } : {}),
    employmentType: posting.employment.map((one) => one.replace('-', '_').toUpperCase()),
    hiringOrganization: { '@type': 'Organization', name: site.organisation.name, sameAs: site.baseUrl },
    ...(posting.places.length > 0 ? { jobLocation: posting.places.map(location) } : {}),
    ...(remote
      ? {
          jobLocationType: 'TELECOMMUTE',
          applicantLocationRequirements: remote.from.map((country) => ({
            '@type': 'Country',
            name: country,
          })),
        }
      : {}),
    ...(posting.pay
      ? {
          baseSalary: {
            '@type': 'MonetaryAmount',
            currency: posting.pay.currency,
            value: {
              '@type': 'QuantitativeValue',
              ...(posting.pay.least === posting.pay.most
                ? { value: posting.pay.least }
                : { minValue: posting.pay.least, maxValue: posting.pay.most }),
              unitText: posting.pay.per.toUpperCase(),
            },
          },
        }
      : {}),
    ...(posting.seats > 0 ? { totalJobOpenings: posting.seats } : {}),
    directApply: true,
  }
}

/** JSON that can stand inside a script element: `<` never appears, so no text can end the element. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')

/** The posting's whole text as clean HTML, as on the page. */
export const description = (posting: Posting): string =>
  html`<p>${posting.summary}</p>${posting.passages.map(
    (passage) => html`<h2>${passage.heading}</h2>${richText(passage.body)}`,
  )}`.toString()

const location = (place: Place) => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    ...(place.street ? { streetAddress: place.street } : {}),
    addressLocality: place.town,
    ...(place.region ? { addressRegion: place.region } : {}),
    ...(place.postalCode ? { postalCode: place.postalCode } : {}),
    addressCountry: place.country,
  },
})
