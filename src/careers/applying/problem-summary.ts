import { each, type Html, html } from '../html.ts'
import type { Problem } from '../model/problems.ts'
import { capital, row } from '../site/parts.ts'
import { englishCount } from '../site/words.ts'

/** What is to be put right, first on the page and focused by the browser itself, each with a link to its field. */
export const problemSummary = (problems: readonly Problem[], act: Act = 'sent'): Html | '' =>
  problems.length === 0
    ? ''
    : row(
        'not-sent',
        english.heading[act],
        html`<div class="note bad" role="alert" tabindex="-1" id="problems" autofocus>
  <p><strong>${english.count(problems.length, act)}</strong></p>
  <p>${english.safe}</p>
  <ol class="bullets">${each(
    problems,
    (one) => html`
    <li><a href="#${one.field}">${one.label.replace(/[?.:]\s*$/, '')}: ${one.says}</a></li>`,
  )}
  </ol>
</div>`,
      )

/** What the form does once it is complete. */
type Act = 'sent' | 'saved' | 'asked'

/** The page's title, which a screen reader says first: it starts with the count (README of the public pages, errors). */
export const titleWithProblems = (problems: readonly Problem[], title: string): string =>
  problems.length === 0
    ? title
    : `${problems.length} ${problems.length === 1 ? 'thing' : 'things'} to put right · ${title}`

const done = { sent: 'sent', saved: 'saved', asked: 'asked for' }

const english = {
  heading: { sent: 'Not sent yet', saved: 'Not saved yet', asked: 'Not asked yet' },
  count: (count: number, act: Act) =>
    count === 1
      ? `One thing to put right before it can be ${done[act]}`
      : capital(`${englishCount(count)} things to put right before it can be ${done[act]}`),
  safe: 'Nothing is lost: everything you wrote is still here.',
}
