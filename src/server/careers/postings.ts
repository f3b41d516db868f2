import { Temporal } from 'temporal-polyfill'
import { dayAt } from '../../careers/model/dates.ts'
import type { Listed } from '../../careers/postings/home.ts'
import { passagesOf } from '../../careers/postings/passages.ts'
import type { Counted, Employment, Place, Posting, Remote } from '../../careers/postings/posting.ts'
import type { Step } from '../../careers/site/line-of-steps.ts'
import type { Answer } from './calls.ts'
import type { Frame } from './frame.ts'

type Stored = Answer<'ats.openPostings'>['postings'][number]
export type Live = Extract<Answer<'ats.posting'>, { state: 'live' }>

/** A posting of the record as a line of the list shows it. */
export const listedOf = (one: Stored | Live, { officeOf }: Frame): Listed => {
  const office = officeOf(one.officeId)
  return {
    slug: one.slug,
    title: one.title,
    places: one.locations.flatMap((place): Place[] =>
      one.workplace === 'remote' && !place.city
        ? []
        : [
            {
              town: place.city ?? '',
              country: place.country,
              ...(place.region ? { region: place.region } : {}),
            },
          ],
    ),
    remote: remoteOf(one),
    employment: [employments[one.employmentType]],
    ...(one.pay
      ? {
          pay: {
            currency: one.pay.currency,
            least: one.pay.min,
            most: one.pay.max,
            per: one.pay.period,
            ...(one.pay.remark ? { remark: one.pay.remark } : {}),
          },
        }
      : {}),
    seats: one.seats,
    postedOn: dayAt(one.postedAt ?? one.changedAt ?? '', office.zone),
    ...(one.applyUntil ? { closesAt: endOfDay(one.applyUntil, office.zone) } : {}),
    office,
    lang: one.language,
  }
}

/** The whole of a posting: for its page, its markup and the feeds. */
export const postingOf = (one: Stored | Live, frame: Frame): Posting => ({
  ...listedOf(one, frame),
  reference: one.reference,
  team: teamOf(one),
  summary: one.summary ?? '',
  changedAt: one.changedAt ?? one.postedAt ?? '',
  facts: [
    ...fact('Hours', one.facts.hours),
    ...fact('Start', one.facts.start),
    ...fact('Kind of contract', one.facts.contract),
    ...fact('What software does', one.facts.ai),
    ...fact('The seat', one.facts.vacancy && vacancies[one.facts.vacancy]),
  ],
  passages: [
    ...passagesOf(one.body, 'The job'),
    ...(one.benefits ? [{ heading: 'What you get', body: passagesOf(one.benefits, '')[0]?.body ?? '' }] : []),
  ],
  steps: 'steps' in one ? stepsOf(one) : [],
  people:
    'people' in one
      ? [...one.people].reverse().map((person) => ({
          name: person.name,
          does: [person.title, person.role === 'recruiter' ? 'your contact from first to last' : 'decides']
            .filter(Boolean)
            .join(', '),
        }))
      : [],
})

/** What was counted about a job. Under five people a figure would tell about one of them, so there is none. */
export const countedOf = ({ figures }: Live): Counted | undefined =>
  figures.applied < 5
    ? undefined
    : {
        applied: figures.applied,
        answered: figures.answered,
        inInterviews: figures.inInterviews,
        ...(figures.slowestAnswerDays === null ? {} : { slowestAnswerDays: figures.slowestAnswerDays }),
        ...(figures.promisesDue > 0
          ? { promises: { kept: figures.promisesKept, due: figures.promisesDue } }
          : {}),
        ...(figures.decided >= 5
          ? {
              daysToDecision: {
                middle: figures.middleDays!,
                from: figures.fromDays!,
                to: figures.toDays!,
                people: figures.decided,
              },
            }
          : {}),
      }

export const teamOf = (one: { readonly team: string | null }): string => one.team ?? 'Jobs'

const stepsOf = ({ steps, people, answerWithinDays }: Live): Step[] =>
  steps
    .filter((step) => step.kind !== 'hired')
    .map((step, at) => ({
      state: at === 0 ? 'now' : 'next',
      title: at === 0 ? 'You apply' : step.name,
      ...(step.durationSays ? { when: step.durationSays } : {}),
      ...(at === 0
        ? {
            remark: `${people[0]?.name ?? 'A person'} reads it and you hear from us within ${answerWithinDays} working ${answerWithinDays === 1 ? 'day' : 'days'}.`,
          }
        : {}),
    }))

const remoteOf = (one: Stored | Live): Remote => {
  if (one.workplace === 'hybrid') return { kind: 'hybrid', remark: 'partly from home' }
  if (one.workplace !== 'remote') return { kind: 'on-site' }
  const [first, ...rest] = one.facts.remoteFrom ?? [...new Set(one.locations.map((place) => place.country))]
  return first ? { kind: 'remote', from: [first, ...rest] } : { kind: 'on-site' }
}

/** The last instant of the last day to apply. */
const endOfDay = (day: string, zone: string): string =>
  new Date(
    Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1000,
  ).toISOString()

const fact = (term: string, value: string | undefined) => (value ? [{ term, value }] : [])

const employments: Readonly<Record<Stored['employmentType'], Employment>> = {
  'full-time': 'full-time',
  'part-time': 'part-time',
  contract: 'contractor',
  temporary: 'temporary',
  internship: 'intern',
}

const vacancies = {
  seat: 'A new seat',
  backfill: 'Somebody left, and the seat is filled again',
  pool: 'No seat yet: we collect people for one',
} as const
