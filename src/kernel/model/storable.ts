/**
 * The same input without what no database keeps in a text: U+0000 goes, half a surrogate pair becomes U+FFFD (R34).
 * A stray byte from a copied document must neither be a defect nor turn anybody away; all else stays as it came.
 */
export const storable = (input: unknown): unknown => {
  if (typeof input === 'string') return storableText(input)
  if (Array.isArray(input)) return input.some(holdsUnstorable) ? input.map(storable) : input
  if (!isPlain(input) || !holdsUnstorable(input)) return input
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [storableText(name), storable(value)]),
  )
}

const storableText = (text: string): string =>
  isStorable(text) ? text : text.replaceAll('\0', '').toWellFormed()

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

const holdsUnstorable = (value: unknown): boolean =>
  typeof value === 'string'
    ? !isStorable(value)
    : Array.isArray(value)
      ? value.some(holdsUnstorable)
      : isPlain(value) &&
        Object.entries(value).some(([name, one]) => !isStorable(name) || holdsUnstorable(one))

/** Objects as JSON makes them; bytes and files pass untouched. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
