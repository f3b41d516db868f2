import { raw, html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export { raw }

/** Markup whose interpolated text is already escaped. */
export type Html = HtmlEscapedString

/** A piece of markup: every interpolated value is escaped unless it is itself markup; nothing, `false` and `undefined` print nothing. */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html =>
  // Hono answers with a promise only when a value is one, and no page here interpolates promises.
  template(strings, ...values) as Html

/** The markup of each thing, or nothing for an empty list. */
export const each = <T>(things: readonly T[], draw: (thing: T, at: number) => Html): Html[] =>
  things.map(draw)

/** The markup only where the value is there (not `undefined`, `null`, `false` or an empty text). */
export const given = <T>(value: T | undefined | null | false | '', draw: (value: T) => Html): Html | '' =>
  value === undefined || value === null || value === false || value === '' ? '' : draw(value as T)

/** `name="value"` when there is a value, else nothing: an empty attribute is not the same as none. */
export const attribute = (name: string, value: string | number | boolean | undefined): Html | '' =>
  value === undefined || value === false || value === ''
    ? ''
    : value === true
      ? raw(` ${name}`)
      : html`${raw(` ${name}`)}="${value}"`
