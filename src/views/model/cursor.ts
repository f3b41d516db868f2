/** A place in a list as the address bar carries it: opaque to clients, short. */
export const cursorOf = (place: Readonly<Record<string, string | number>>): string =>
  btoa(unescape(encodeURIComponent(JSON.stringify(place))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The place, or undefined where the text is none of ours: the list then begins at its beginning. */
export const readCursor = <const Field extends string>(
  cursor: string | undefined,
  ...fields: readonly Field[]
): Readonly<Record<Field, string>> | undefined => {
  if (!cursor) return undefined
  try {
    const text = decodeURIComponent(escape(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
    const place: unknown = JSON.parse(text)
    if (typeof place !== 'object' || place === null) return undefined
    const record = place as Record<string, unknown>
    return fields.every((field) => typeof record[field] === 'string' || typeof record[field] === 'number')
      ? (record as Record<Field, string>)
      : undefined
  } catch {
    return undefined
  }
}
