import { each, type Html, html } from '../html.ts'
import type { Problem } from '../model/problems.ts'
import { capital, row } from '../site/parts.ts'
import { englishCount } from '../site/words.ts'

/** What is to be put right, first on the page and focused by the browser itself, each with a link to its field. */
export const problemSummary = (problems: readonly Problem[]): Html | '' =>
  problems.length === 0
    ? ''
    : row(
        'not-sent',
        english.heading,
        html`<div class="note bad" role="alert" tabindex="-1" id="problems" autofocus>
  <p><strong>${english.count(problems.length)}</strong></p>
  <p>${english.safe}</p>
  <ol class="bullets">${each(
    problems,
    (one) => html`
    <li><a href="#${one.field}">${one.label.replace(/[?.:]\s*$/, '')}: ${one.says}</a></li>`,
  )}
  </ol>
</div>`,
      )

const english = {
  heading: 'Not sent yet',
  count: (count: number) =>
    count === 1
      ? 'One thing to put right before it can be sent'
      : capital(`${englishCount(count)} things to put right before it can be sent`),
  safe: 'Nothing is lost: everything you wrote is still here.',
}
