import type { OutputOf, Queries } from '../../api/client.ts'

export type Consents = OutputOf<Queries, 'views.candidate'>['consents']

const purposes: Readonly<Record<string, string>> = {
  'talent-pool': 'Talent pool',
  outreach: 'Outreach',
  newsletter: 'Newsletter',
  events: 'Events',
  surveys: 'Surveys',
}
export const purposeWords = (purpose: string): string =>
  purposes[purpose] ?? purpose.charAt(0).toUpperCase() + purpose.slice(1).replaceAll('-', ' ')

const day = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at))

/** What they consented to, with the date it holds until or was given. */
export const consentInWords = (consents: Consents): string => {
  const given = consents.filter(({ state }) => state === 'given')
  if (given.length > 0)
    return given
      .map(({ purpose, until, since }) =>
        [purposeWords(purpose), until ? `until ${day(until)}` : since ? `given ${day(since)}` : '']
          .filter(Boolean)
          .join(', '),
      )
      .join('; ')
  const withdrawn = consents.find(({ state }) => state === 'withdrawn')
  if (withdrawn)
    return `${purposeWords(withdrawn.purpose)} withdrawn${withdrawn.since ? ` ${day(withdrawn.since)}` : ''}`
  if (consents.some(({ state }) => state === 'expired')) return 'Ended'
  return 'None asked yet'
}
