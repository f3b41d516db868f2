import { each, given, html } from '../html.ts'
import { dayText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from './layout.ts'
import { band, row, rows } from './parts.ts'
import type { Site } from './site.ts'
import { wordsIn } from './words.ts'

export type AccessibilityPage = {
  /** Barriers that are known and not yet mended, said as they are. */
  readonly knownBarriers: readonly string[]
  readonly checkedOn: string
}

/** How these pages are meant to work for everybody, what does not yet, and whom to tell (WCAG 2.2 AA). */
export const accessibilityPage = (known: AccessibilityPage, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  return page(site, reader, {
    title: words.title,
    canonical: paths.accessibility(),
    main: html`${band({ heading: words.heading, lead: words.lead })}
${rows(
  row(
    'aim',
    words.aim,
    html`<p>${words.aimSays}</p><ul class="bullets">${each(words.works, (one) => html`<li>${one}</li>`)}</ul>`,
  ),
  row(
    'known',
    words.known,
    known.knownBarriers.length === 0
      ? html`<p>${words.noneKnown}</p>`
      : html`<ul class="bullets">${each(known.knownBarriers, (one) => html`<li>${one}</li>`)}</ul>`,
    words.checked(dayText(known.checkedOn, reader, 'long', true)),
  ),
  row(
    'tell',
    words.tell,
    html`<p>${words.tellSays} ${given(site.organisation.contactMail, (mail) => html`<a href="mailto:${mail}">${mail}</a>`)}</p>`,
  ),
)}`,
  })
}

const english = {
  title: 'Accessibility',
  heading: 'These pages should work for you',
  lead: 'If they don’t, that is our fault and we want to know. You can also apply by mail: it counts the same.',
  aim: 'What we aim for',
  aimSays: 'Web Content Accessibility Guidelines 2.2, level AA. In practice:',
  works: [
    'Everything works by keyboard, and by screen reader.',
    'Everything works without script, pictures or a fast connection.',
    'Text can be enlarged to 400 % without scrolling sideways.',
    'Colour never says something alone; light and dark follow your system.',
    'No puzzles to prove that you are a person, no time limit on a form, nothing to type twice.',
  ],
  known: 'What does not work yet',
  noneKnown: 'We know of nothing. That is not a proof.',
  checked: (day: string) => `Checked on ${day}`,
  tell: 'Tell us',
  tellSays:
    'Say what you tried and what happened. Need something else to take part in an interview? Write to the same address:',
}
