import { each, type Html, html } from '../html.ts'
import { dayOfText, hourText, momentText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { zoneGroups } from '../model/zones.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { band, row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

/** One of a person's interviews, as they may know it. */
export type MyInterview = {
  readonly id: string
  readonly name: string
  readonly minutes: number
  /** None while it is theirs to choose. */
  readonly startsAt: string | null
  readonly place: string
  readonly people: readonly string[]
  readonly mayChoose: boolean
}

/** Their interviews in a list: when, where, with whom, and the way to choose a time. */
export const interviewList = (ref: string, all: readonly MyInterview[], reader: Reader): Html => {
  const words = wordsIn(reader.lang, { en: english })
  return html`<ul class="list">${each(
    all,
    (one) => html`
    <li><div><h3>${one.startsAt ? momentText(one.startsAt, reader) : words.noTime}</h3><p>${[
      one.name,
      words.minutes(one.minutes),
      one.place,
      one.people.length > 0 && words.with(new Intl.ListFormat(reader.lang).format(one.people)),
    ]
      .filter(Boolean)
      .join(' · ')}</p>${
      one.mayChoose
        ? html`<p class="acts noprint"><a class="btn${one.startsAt ? '' : ' main'}" href="${paths.times(ref, one.id)}">${one.startsAt ? words.change : words.choose}</a></p>`
        : ''
    }</div></li>`,
  )}</ul>`
}

export type Choice = {
  readonly ref: string
  readonly interviewId: string
  readonly job: string
  readonly minutes: number
  readonly startsAt: string | null
  /** Instants, earliest first. */
  readonly times: readonly string[]
  readonly now: string
  /** What was wrong with the last try. */
  readonly problem?: string
}

/** The times that are free, on the reader's own clock, one of which they take. Works without script. */
export const choicePage = (choice: Choice, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const heading = words.heading(choice.job)
  const days = Map.groupBy(choice.times, (time) => dayOfText(time, reader))
  return page(site, reader, {
    title: choice.problem ? `${words.problem} ${heading}` : heading,
    main: html`${band({
      heading,
      lead: choice.startsAt
        ? words.now(momentText(choice.startsAt, reader), choice.minutes)
        : words.lead(choice.minutes),
    })}
${rows(
  choice.problem &&
    row('problem', words.problem, html`<div class="note bad" role="alert"><p>${choice.problem}</p></div>`),
  row('clock', words.clock, zoneForm(choice, reader, words)),
  choice.times.length === 0
    ? row(
        'none',
        words.times,
        html`<p>${words.none}</p><p class="acts"><a class="btn" href="${paths.myApplication(choice.ref)}#messages">${words.write}</a></p>`,
      )
    : row(
        'times',
        words.times,
        html`<form class="form" action="${paths.times(choice.ref, choice.interviewId)}" method="post"><input type="hidden" name="zone" value="${reader.zone}">${each(
          [...days],
          ([day, times]) =>
            html`<fieldset><legend>${day}</legend>${each(
              times,
              (time) =>
                html`<label class="check" for="t${time}"><input type="radio" id="t${time}" name="startsAt" value="${time}" required> <span>${hourText(time, reader)}</span></label>`,
            )}</fieldset>`,
        )}<p class="acts"><button class="btn main">${words.take}</button> <a class="btn" href="${paths.myApplication(choice.ref)}">${words.back}</a></p></form>`,
        words.aside,
      ),
)}`,
  })
}

const zoneForm = (choice: Choice, reader: Reader, words: typeof english): Html =>
  html`<form class="acts" action="${paths.times(choice.ref, choice.interviewId)}" method="get"><label for="zone">${words.zone}</label> <select id="zone" name="zone">${each(
    zoneGroups(choice.now, reader.locale),
    ({ area, zones }) =>
      html`<optgroup label="${area}">${each(
        zones,
        ({ id, label }) =>
          html`<option value="${id}"${id === reader.zone ? html` selected` : ''}>${label}</option>`,
      )}</optgroup>`,
  )}</select> <button class="btn">${words.show}</button></form>`

const english = {
  noTime: 'The time is yours to choose',
  minutes: (count: number) => `${count} minutes`,
  with: (people: string) => `with ${people}`,
  choose: 'Choose a time',
  change: 'Choose another time',
  heading: (job: string) => `A time for your interview: ${job}`,
  lead: (minutes: number) =>
    `It takes ${minutes} minutes. All these times are free for everybody who talks with you.`,
  now: (time: string, minutes: number) =>
    `Now it is ${time}, for ${minutes} minutes. You may take another time until a day before it.`,
  problem: 'That did not work',
  clock: 'Your clock',
  zone: 'Times are shown as it is in',
  show: 'Show',
  times: 'Free times',
  none: 'Nothing is free at the moment. Write to us and we find a time together.',
  write: 'Write to us',
  aside: 'You get a mail with the entry for your calendar.',
  take: 'Take this time',
  back: 'Back',
}
