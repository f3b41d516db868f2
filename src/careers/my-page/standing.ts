import { given, type Html, html } from '../html.ts'
import { dayOfText, dayText, hourText, momentText, type Office, officeMomentText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { initialsOf } from '../site/parts.ts'
import { wordsIn } from '../site/words.ts'

/** Where an application stands; each kind has its own first sentence and nothing can be written in its place. */
export type Standing =
  | {
      readonly kind: 'our-turn'
      readonly who: string
      /** What happens now, as the step is told to candidates: We read your application. */
      readonly what: string
      /** The promised instant; none where nothing is promised. */
      readonly by?: string
      /** The promise has passed unkept. */
      readonly late?: { readonly who: string }
    }
  | { readonly kind: 'on-hold'; readonly until?: string; readonly who: string }
  | { readonly kind: 'your-turn'; readonly what: string; readonly by?: string }
  | {
      readonly kind: 'out'
      /** rejected by us · withdrawn by them · closed with the job, by neither. */
      readonly side: 'rejected' | 'withdrawn' | 'closed'
      readonly at: string
      /** The reason in the words released to the candidate. */
      readonly reason?: string
      readonly decidedBy?: string
      readonly erasedOn?: string
    }
  | { readonly kind: 'hired'; readonly at: string }

/** The first lines of the page: whose turn it is, the sentence that answers the visitor, and what belongs to it. */
export const standingText = (
  { standing, office, person }: { standing: Standing; office: Office; person: { callName: string } },
  reader: Reader,
): { readonly tag: Html; readonly heading: string; readonly lead: string; readonly reason?: Html } => {
  const words = wordsIn(reader.lang, { en: english })
  const clock = (by: string) => clockText(by, reader, office, words)
  switch (standing.kind) {
    case 'our-turn':
      if (standing.late)
        return {
          tag: html`<span class="tag warn">${words.late}</span>`,
          heading: words.lateHeading(person.callName),
          lead: words.lateLead(
            standing.by ? momentText(standing.by, reader) : '',
            standing.late.who,
            sentence(standing.what),
          ),
        }
      return {
        tag: html`<span class="tag us">${words.ourTurn}</span>`,
        heading: standing.by
          ? words.hearBy(standing.who, momentText(standing.by, reader))
          : words.isWith(standing.who),
        lead: [standing.by && clock(standing.by), sentence(standing.what), words.nothingToDo]
          .filter(Boolean)
          .join(' '),
      }
    case 'on-hold':
      return {
        tag: html`<span class="tag us">${words.ourTurn}</span>`,
        heading: standing.until ? words.holdUntil(dayOfText(standing.until, reader)) : words.hold,
        lead: words.holdLead(standing.who),
      }
    case 'your-turn':
      return {
        tag: html`<span class="tag you">${words.yourTurn}</span>`,
        heading: standing.by
          ? words.youBy(standing.what, momentText(standing.by, reader))
          : words.you(standing.what),
        lead: standing.by ? clock(standing.by) : words.noHurry,
      }
    case 'hired':
      return {
        tag: html`<span class="tag ok">${words.hired}</span>`,
        heading: words.welcome(person.callName),
        lead: words.hiredLead,
      }
    case 'out':
      return {
        tag: html`<span class="tag none">${words.closedOn(dayOfText(standing.at, reader, 'short', true))}</span>`,
        heading: words.out[standing.side](person.callName),
        lead: [
          words.outLead[standing.side],
          standing.erasedOn && words.erased(dayText(standing.erasedOn, reader, 'long', true)),
        ]
          .filter(Boolean)
          .join(' '),
        reason: reasonOf(standing, reader, words),
      }
  }
}

const sentence = (what: string): string => (what === '' || /[.!?…]$/.test(what) ? what : `${what}.`)

const clockText = (by: string, reader: Reader, office: Office, words: typeof english): string => {
  const there = officeMomentText(by, reader, office)
  return there ? words.yourTime(there, office.town) : words.atHour(hourText(by, reader), office.town)
}

const reasonOf = (
  out: Extract<Standing, { kind: 'out' }>,
  reader: Reader,
  words: typeof english,
): Html | undefined =>
  out.side === 'rejected' && out.reason
    ? html`<p class="lead said" dir="auto">${out.reason}</p>${given(
        out.decidedBy,
        (who) =>
          html`<div class="who"><span class="face" aria-hidden="true">${initialsOf(who)}</span><div><b>${words.decided(who)}</b><span>${words.decidedOn(
            dayOfText(out.at, reader),
          )}</span></div></div>`,
      )}`
    : undefined

const english = {
  ourTurn: 'Our turn',
  yourTurn: 'Your turn',
  late: 'We are late',
  hired: 'Hired',
  hearBy: (who: string, moment: string) => `You’ll hear from ${who} by ${moment}`,
  isWith: (who: string) => `Your application is with ${who}`,
  yourTime: (hour: string, town: string) => `Your time; ${hour} in ${town}.`,
  atHour: (hour: string, town: string) => `${hour} in ${town}.`,
  nothingToDo: 'You don’t need to do anything.',
  lateHeading: (name: string) => `We owe you an answer, ${name}`,
  lateLead: (moment: string, who: string, what: string) =>
    `${moment ? `It was promised by ${moment} and that date has passed. ` : ''}${what} ${who} writes to you with a new date. You don’t need to do anything.`,
  hold: 'Your application is on hold',
  holdUntil: (day: string) => `Your application is on hold until ${day}`,
  holdLead: (who: string) =>
    `That is neither a yes nor a no. ${who} looks at it again then and writes to you. You can withdraw at any time.`,
  you: (what: string) => `Your turn: ${what}`,
  youBy: (what: string, moment: string) => `Your turn: ${what} by ${moment}`,
  noHurry: 'There is no date on it.',
  welcome: (name: string) => `Welcome, ${name}`,
  hiredLead: 'You got the job. What comes next is in your mail and below.',
  closedOn: (day: string) => `Closed ${day}`,
  out: {
    rejected: (name: string) => `We are not going on with your application, ${name}`,
    withdrawn: (name: string) => `You withdrew your application, ${name}`,
    closed: (name: string) => `This job was closed before a decision, ${name}`,
  },
  outLead: {
    rejected: 'That is not what you hoped to read. You can ask or object: write to us below.',
    withdrawn:
      'Nobody goes on with it. You can apply again whenever you like; a withdrawal is never held against you.',
    closed: 'Nobody was hired from it and it says nothing about you.',
  },
  erased: (day: string) => `We erase your application on ${day} unless you ask us to keep it.`,
  decided: (who: string) => `${who} decided this`,
  decidedOn: (day: string) => `on ${day}. No software scored or sorted you.`,
}
