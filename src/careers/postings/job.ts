import { each, given, type Html, html } from '../html.ts'
import { dayOfText, dayText, hourText } from '../model/dates.ts'
import { englishPeriods, payText } from '../model/pay.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { lineOfSteps } from '../site/line-of-steps.ts'
import { band, capital, faces, factList, row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'
import { englishEmployment } from './employment-words.ts'
import { jobPostingMarkup, scriptJson } from './job-posting-markup.ts'
import { type Counted, type Posting, placeLine } from './posting.ts'
import { richText } from './rich-text.ts'

export type JobPage = {
  readonly posting: Posting
  readonly counted?: Counted
  /** A look before publishing: no markup, no way to apply. */
  readonly preview?: boolean
}

/** A job: what it pays, where, the text, each step with its length, who decides, and the way to apply. */
export const jobPage = ({ posting, counted, preview }: JobPage, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const place = placeLine(posting, words.fromHome)
  const pay = posting.pay && payText(posting.pay, reader, englishPeriods)
  const apply = preview
    ? html`<p class="small quiet">${words.preview}</p>`
    : html`<p class="acts"><a class="btn main" href="${paths.apply(posting.slug)}">${words.apply}</a> <span class="small">${words.howLong}</span></p>`
  return page(site, reader, {
    title: `${posting.title}, ${place}`,
    canonical: preview ? undefined : paths.job(posting.slug),
    description: posting.summary,
    markup: preview ? undefined : scriptJson(jobPostingMarkup(posting, site)),
    main: html`${band({
      crumb: html`<a href="${paths.home()}#jobs">${words.all}</a> ${posting.team}`,
      heading: posting.title,
      lead: posting.summary,
      rest: html`<p><strong>${[pay, place, posting.seats > 0 && words.seats(posting.seats)].filter(Boolean).join(' · ')}</strong></p>${apply}`,
    })}
${rows(
  row('short', words.inShort, [factList(shortFacts(posting, reader)), aliveLine(posting, counted, reader)]),
  html`${each(posting.passages, (passage, at) =>
    row(
      `text-${at + 1}`,
      passage.heading,
      html`<div class="prose" lang="${posting.lang}">${richText(passage.body)}</div>`,
      passage.aside,
    ),
  )}`,
  posting.steps.length > 0 &&
    row(
      'steps',
      words.howWeHire,
      [lineOfSteps(posting.steps, reader.lang, 'ahead'), pace(counted, words)],
      words.howWeHireAside,
    ),
  posting.people.length > 0 && row('people', words.whoDecides, faces(posting.people)),
  row(
    'apply',
    words.applyHeading,
    html`${apply}<p class="small quiet">${words.reference(posting.reference, dayText(posting.postedOn, reader, 'long', true))} · ${words.equal(
      site.organisation.legalName,
    )}</p>`,
  ),
)}`,
  })
}

const shortFacts = (posting: Posting, reader: Reader) => {
  const words = wordsIn(reader.lang, { en: english })
  const closing = posting.closesAt && {
    term: words.applyBy,
    value: dayOfText(posting.closesAt, { ...reader, zone: posting.office.zone }, 'short', true),
    remark: words.hourIn(hourText(posting.closesAt, reader, posting.office.zone), posting.office.town),
  }
  return [
    posting.pay
      ? {
          term: words.pay,
          value: payText(posting.pay, reader, englishPeriods, true),
          remark: posting.pay.remark,
        }
      : { term: words.pay, value: words.payUnknown },
    { term: words.seat, value: posting.seats > 0 ? capital(words.seats(posting.seats)) : '' },
    {
      term: words.place,
      value: posting.places.map((one) => one.town).join(', ') || words.home,
      remark:
        posting.remote.kind === 'on-site'
          ? undefined
          : placeLine({ places: [], remote: posting.remote }, words.fromHome),
    },
    {
      term: words.contract,
      value: capital(posting.employment.map((one) => words.employment[one]).join(words.or)),
    },
    ...posting.facts,
    ...(closing ? [closing] : []),
  ].filter((fact) => fact.value)
}

const aliveLine = (posting: Posting, counted: Counted | undefined, reader: Reader): Html => {
  const words = wordsIn(reader.lang, { en: english })
  return html`${given(
    counted,
    (figures) =>
      html`<p class="note small"><strong>${words.alive(dayText(posting.postedOn, reader))}</strong> ${words.figures(
        figures,
        figures.lastInterviewAt
          ? dayOfText(figures.lastInterviewAt, { ...reader, zone: posting.office.zone })
          : undefined,
      )}</p>`,
  )}`
}

const pace = (counted: Counted | undefined, words: typeof english): Html =>
  html`${given(counted?.daysToDecision, (days) => html`<p>${words.fromApplying} <strong>${words.middle(days.middle)}</strong>${words.spread(days)}</p>`)}`

const english = {
  all: 'All jobs',
  apply: 'Apply for this job',
  applyHeading: 'Apply',
  howLong: 'About 5 minutes with a résumé, 10 without. No account.',
  preview: 'This is a preview: nobody else sees it, and nobody can apply yet.',
  fromHome: (countries: string) => `from home (${countries})`,
  home: 'From home',
  seats: (seats: number) => (seats === 1 ? 'one seat' : `${seats} seats`),
  inShort: 'In short',
  pay: 'Pay',
  payUnknown: 'Not stated',
  seat: 'Seats',
  place: 'Place',
  contract: 'Contract',
  or: ' or ',
  employment: englishEmployment,
  applyBy: 'Apply by',
  hourIn: (hour: string, town: string) => `${hour} in ${town}`,
  alive: (day: string) => `Alive since ${day}.`,
  figures: (counted: Counted, last?: string) =>
    `${people(counted.applied)} applied, ${answered(counted)}, ${
      counted.inInterviews
    } ${counted.inInterviews === 1 ? 'is' : 'are'} in interviews.${last ? ` Last interview: ${last}.` : ''}${
      counted.promises ? ` ${counted.promises.kept} of ${counted.promises.due} promised dates were kept.` : ''
    } This line is counted, not written.`,
  howWeHire: 'How we hire',
  howWeHireAside: 'Each date you get from us is a promise with a name on it.',
  fromApplying: 'From applying to decision:',
  middle: (days: number) => `${days} days in the middle`,
  spread: (days: NonNullable<Counted['daysToDecision']>) =>
    `; half of the last ${days.people} people took between ${days.from} and ${days.to}.`,
  whoDecides: 'Who decides',
  reference: (reference: string, day: string) => `Reference ${reference} · posted ${day}`,
  equal: (name: string) =>
    `${name} hires without regard to origin, faith, age, sex, gender, orientation, family, health or disability.`,
}

const answered = ({ applied, answered, slowestAnswerDays }: Counted): string =>
  applied === answered && slowestAnswerDays !== undefined
    ? `all had an answer within ${slowestAnswerDays} ${slowestAnswerDays === 1 ? 'day' : 'days'}`
    : `${answered} ${answered === 1 ? 'has' : 'have'} had an answer`

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)
