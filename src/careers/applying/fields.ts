import { attribute, each, given, type Html, html } from '../html.ts'
import type { Problem } from '../model/problems.ts'

/** What every field has: its name and id, its label, a hint, and the problem to show at it. */
export type Field = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly problems: readonly Problem[]
}

/** A label, a hint, the problem and then the field, in that order; `draw` gets the attributes that tie them together. */
export const field = (one: Field, draw: (ties: Html) => Html): Html => html`<div>
  <label for="${one.id}">${one.label}${optional(one.optional)}</label>
  ${hintOf(one)}${problemOf(one)}${draw(html` id="${one.id}" name="${one.id}"${ties(one)}`)}
</div>`

/** A group of choices under one legend; its first choice carries the group's id so that the summary's link lands there. */
export const group = (
  one: Field,
  role: 'radiogroup' | 'group',
  choices: Html,
): Html => html`<fieldset${attribute(
  'role',
  role === 'radiogroup' ? role : undefined,
)}${ties(one, role === 'radiogroup')}><legend>${one.label}${optional(one.optional)}</legend>
  ${hintOf(one)}${problemOf(one)}${choices}
</fieldset>`

/** A line to write in. */
export const textField = (
  one: Field,
  value: string,
  input: {
    type?: string
    autocomplete?: string
    min?: string | number
    max?: string | number
    step?: string
    maxlength?: number
  } = {},
): Html =>
  field(
    one,
    (tied) =>
      html`<input type="${input.type ?? 'text'}"${tied} value="${value}"${attribute('autocomplete', input.autocomplete)}${attribute(
        'min',
        input.min,
      )}${attribute('max', input.max)}${attribute('step', input.step)}${attribute('maxlength', input.maxlength)}${attribute('required', !one.optional)}>`,
  )

/** A tick or a dot with its label. */
export const check = (
  kind: 'checkbox' | 'radio',
  one: { id: string; name: string; value: string; label: string; hint?: string; chosen: boolean },
): Html =>
  html`<label class="check" for="${one.id}"><input type="${kind}" id="${one.id}" name="${one.name}" value="${one.value}"${attribute(
    'checked',
    one.chosen,
  )}> <span>${one.label}</span>${given(one.hint, (hint) => html` <span class="hint">${hint}</span>`)}</label>`

/** The choices of a group; the first one answers to the group's id. */
export const checks = (
  kind: 'checkbox' | 'radio',
  id: string,
  choices: readonly { readonly id: string; readonly label: string }[],
  chosen: readonly string[],
): Html =>
  html`${each(choices, (choice, at) =>
    check(kind, {
      id: at === 0 ? id : `${id}-${at + 1}`,
      name: id,
      value: choice.id,
      label: choice.label,
      chosen: chosen.includes(choice.id),
    }),
  )}`

const ties = (one: Field, invalid = true): Html => {
  const wrong = problemAt(one) !== undefined
  const described = [one.hint && `${one.id}-hint`, wrong && `${one.id}-problem`].filter(Boolean).join(' ')
  return html`${attribute('aria-describedby', described)}${attribute('aria-invalid', wrong && invalid ? 'true' : undefined)}`
}

const problemAt = (one: Field): Problem | undefined =>
  one.problems.find((problem) => problem.field === one.id)

const hintOf = (one: Field): Html | '' =>
  given(one.hint, (hint) => html`<p class="hint" id="${one.id}-hint">${hint}</p>`)

const problemOf = (one: Field): Html | '' =>
  given(
    problemAt(one),
    (problem) => html`<p class="err" id="${one.id}-problem">${sentence(problem.says)}</p>`,
  )

const optional = (is: boolean | undefined): Html | '' =>
  is ? html` <span class="opt">(optional)</span>` : ''

/** A sentence of what stands after a colon in the summary. */
const sentence = (says: string): string => `${says.charAt(0).toLocaleUpperCase('en')}${says.slice(1)}.`
