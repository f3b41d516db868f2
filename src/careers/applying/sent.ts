import { html } from '../html.ts'
import { dayOfText, momentText, type Office, officeMomentText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { lineOfSteps, type Step } from '../site/line-of-steps.ts'
import { band, row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'

export type SentApplication = {
  /** What they want to be called in a greeting, as far as it is known; else their whole name. */
  readonly callName: string
  readonly email: string
  readonly job: { readonly title: string; readonly lang: string }
  readonly sentAt: string
  /** Who answers by when; none where the organisation promises no date. */
  readonly promise?: { readonly by: string; readonly who: string }
  readonly office: Office
  readonly contains: { readonly entries: number; readonly files: number; readonly answers: number }
  /** Steps after the two that have just happened. */
  readonly next: readonly Step[]
}

/** Shown right after sending: that it arrived, who answers by when, and the way to the person's own page. */
export const sentPage = (sent: SentApplication, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const { promise } = sent
  const there = promise && officeMomentText(promise.by, reader, sent.office)
  return page(site, reader, {
    title: words.title,
    main: html`${band({
      crumb: html`<span class="tag ok">${words.received(momentText(sent.sentAt, reader, 'short', true))}</span>`,
      heading: words.heading(sent.callName),
      lead: promise
        ? html`${words.answers(promise.who)} <strong>${momentText(promise.by, reader)}${there ? words.yourTime : ''}</strong>${
            there ? ` (${words.inTown(there, sent.office.town)})` : ''
          }. ${words.clear}`
        : words.noPromise,
      rest: html`<p>${words.mailed(sent.email)} <a href="${paths.newLink()}">${words.again}</a></p>`,
    })}
${rows(
  row('next', words.next, lineOfSteps(stepsOf(sent, reader, words), reader.lang)),
  row('own-page', words.ownPage, html`<p>${words.ownPageSays}</p>`),
)}`,
  })
}

const stepsOf = (sent: SentApplication, reader: Reader, words: typeof english): Step[] => [
  {
    state: 'done',
    title: words.applied(sent.job.title),
    when: dayOfText(sent.sentAt, reader, 'short'),
    remark: words.contains(sent.contains),
  },
  {
    state: 'now',
    turn: 'us',
    title: sent.promise ? words.reads(sent.promise.who) : words.somebodyReads,
    when: sent.promise && words.by(dayOfText(sent.promise.by, reader, 'short')),
    remark: sent.promise ? words.ifNot : undefined,
  },
  ...sent.next,
]

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

const english = {
  title: 'We have your application',
  received: (moment: string) => `Received ${moment}`,
  heading: (name: string) => `Thank you, ${name}. We have your application.`,
  answers: (who: string) => `${who} reads it and answers by`,
  yourTime: ' your time',
  inTown: (hour: string, town: string) => `${hour} in ${town}`,
  clear: 'It will be a clear yes or no.',
  noPromise: 'A person reads it. You get a clear yes or no, and see on your own page how far we are.',
  mailed: (email: string) => `We mail a link to your own page to ${email}.`,
  again: 'It did not come? Ask for another.',
  next: 'What happens now',
  applied: (job: string) => `You applied for ${job}`,
  contains: (sent: SentApplication['contains']) =>
    [
      sent.entries > 0 && count(sent.entries, 'entry', 'entries'),
      sent.files > 0 && count(sent.files, 'file', 'files'),
      sent.answers > 0 && count(sent.answers, 'answer', 'answers'),
    ]
      .filter(Boolean)
      .join(', '),
  reads: (who: string) => `${who} reads it`,
  somebodyReads: 'We read it',
  by: (day: string) => `by ${day}`,
  ifNot: 'Your own page says so if that day can’t be kept.',
  ownPage: 'Your own page',
  ownPageSays:
    'It always shows where you stand, what is next and by when, who decides, and what we store about you. You can write to us there, and correct, withdraw, download or ask us to delete. No password: the link is yours, and we mail a fresh one whenever you ask.',
}
