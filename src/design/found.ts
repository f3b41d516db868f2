export interface Part {
  readonly at: number
  readonly text: string
  readonly found: boolean
}

/** Cuts a text into found and other parts; words match without regard to case and accents, at the start of words. */
export const markedParts = (
  text: string,
  by: { readonly words?: readonly string[]; readonly ranges?: readonly (readonly [number, number])[] },
): Part[] => {
  const ranges = (by.ranges ?? rangesOf(text, by.words ?? [])).toSorted((one, other) => one[0] - other[0])
  const parts: Part[] = []
  let at = 0
  for (const [start, end] of ranges) {
    if (start < at || end <= start) continue
    if (start > at) parts.push({ at, text: text.slice(at, start), found: false })
    parts.push({ at: start, text: text.slice(start, end), found: true })
    at = end
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), found: false })
  return parts
}

const rangesOf = (text: string, words: readonly string[]): [number, number][] => {
  const plain = folded(text)
  return words
    .map((word) => folded(word.trim()).join(''))
    .filter((word) => word.length > 0)
    .flatMap((word) => {
      const whole = plain.join('')
      // Folding keeps one entry a character, so places in the folded text are places in the written one only while lengths agree.
      if (whole.length !== text.length) return []
      const found: [number, number][] = []
      for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length))
        if (at === 0 || !/[\p{L}\p{N}]/u.test(whole[at - 1]!)) found.push([at, at + word.length])
      return found
    })
}

const folded = (text: string): string[] =>
  [...text].map((character) => {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
    return plain.length === character.length ? plain : character
  })
