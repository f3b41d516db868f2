import { each, given, type Html, html } from '../html.ts'
import { dayOfText } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { wordsIn } from '../site/words.ts'

/** One kind of thing that is stored about a person. */
export type Kept = {
  readonly what: string
  /** Where it came from: you, 9 Nov. */
  readonly from: string
  readonly seenBy: string
  readonly until: string
}

/** Somebody who opened the record, with every time they did. */
export type Look = { readonly who: string; readonly role: string; readonly at: readonly string[] }

/** What is stored, from where, who can see it and until when; then who has looked. */
export const keptTable = (kept: readonly Kept[], looks: readonly Look[], reader: Reader): Html => {
  const words = wordsIn(reader.lang, { en: english })
  const times = looks.reduce((sum, look) => sum + look.at.length, 0)
  return html`<table class="fold"><caption class="hide">${words.caption}</caption>
    <thead><tr><th scope="col">${words.what}</th><th scope="col">${words.from}</th><th scope="col">${words.seenBy}</th><th scope="col">${words.until}</th></tr></thead>
    <tbody>${each(
      kept,
      (one) => html`
    <tr><th scope="row">${one.what}</th><td data-l="${words.from}">${one.from}</td><td data-l="${words.seenBy}">${one.seenBy}</td><td data-l="${words.until}">${one.until}</td></tr>`,
    )}
    </tbody></table>
  ${given(
    times > 0,
    () =>
      html`<details><summary>${words.looked(times)}</summary><ul class="small quiet bullets">${each(
        looks,
        (look) => html`<li>${look.who}, ${look.role}: ${days(look.at, reader)}</li>`,
      )}</ul></details>`,
  )}`
}

const days = (instants: readonly string[], reader: Reader): string =>
  new Intl.ListFormat(reader.locale).format([
    ...new Set(instants.map((at) => dayOfText(at, reader, 'brief'))),
  ])

const english = {
  caption: 'What is stored, where it came from, who can see it and until when',
  what: 'What',
  from: 'From',
  seenBy: 'Who can see it',
  until: 'Kept until',
  looked: (times: number) => `Who has looked, and when (${times === 1 ? 'once' : `${times} times`})`,
}
