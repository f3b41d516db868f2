import { each, given, type Html, html } from '../html.ts'

/** The band at the top of a page: what stands above the heading, the heading that answers the visitor's question, the rest. */
export const band = (parts: {
  crumb?: Html
  heading: string
  lead?: Html | string
  rest?: Html
}): Html => html`<div class="band"><div class="wrap">
  ${given(parts.crumb, (crumb) => html`<p class="crumb">${crumb}</p>`)}
  <h1>${parts.heading}</h1>
  ${given(parts.lead, (lead) => html`<p class="lead">${lead}</p>`)}
  ${parts.rest ?? ''}
</div></div>`

/** A heading in the margin and what belongs to it beside; `id` must be unique on the page. */
export const row = (
  id: string,
  heading: string,
  body: Html | readonly (Html | '')[],
  aside?: string,
): Html => html`<section class="row" id="${id}" aria-labelledby="${id}-h">
  <div class="aside"><h2 id="${id}-h">${heading}</h2>${given(aside, (text) => html`<p>${text}</p>`)}</div>
  <div class="stack">${body}</div>
</section>
`

/** Rows under one another in the reading column. */
export const rows = (
  ...drawn: readonly (Html | string | false | undefined)[]
): Html => html`<div class="wrap">
${drawn}</div>`

/** Somebody who has a part in it: their name as they write it, and what they do. */
export type Face = { readonly name: string; readonly does: string; readonly mail?: string }

export const faces = (people: readonly Face[]): Html =>
  html`<ul class="people">${each(
    people,
    ({ name, does, mail }) => html`
  <li><span class="face" aria-hidden="true">${initialsOf(name)}</span><div><b>${name}</b><span>${does}${given(
    mail,
    (address) => html` <a href="mailto:${address}">${address}</a>`,
  )}</span></div></li>`,
  )}</ul>`

/** First letters of the first and last part of a name in any script. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return ends
    .map((word) => ([...word].find((sign) => /\p{L}/u.test(sign)) ?? '').toLocaleUpperCase())
    .join('')
}

/** A sentence of what was written to stand inside one. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Term, value and a remark under it. */
export type Fact = { readonly term: string; readonly value: string; readonly remark?: string }

export const factList = (facts: readonly Fact[]): Html =>
  html`<dl class="facts">${each(
    facts,
    ({ term, value, remark }) =>
      html`<div><dt>${term}</dt><dd>${value}${given(remark, (text) => html` <span>${text}</span>`)}</dd></div>`,
  )}</dl>`
