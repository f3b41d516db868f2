/**
 * The text without the given characters, and white space, at its ends. A pattern like `[x]+$` takes time
 * that grows with the square of what it tries; walking from the ends does not.
 */
export function strip(text: string, characters: string): string {
  return stripEnd(stripStart(text, characters), characters)
}

export function stripStart(text: string, characters: string): string {
  let from = 0
  while (from < text.length && drops(text[from]!, characters)) from += 1
  return text.slice(from)
}

export function stripEnd(text: string, characters: string): string {
  let to = text.length
  while (to > 0 && drops(text[to - 1]!, characters)) to -= 1
  return text.slice(0, to)
}

function drops(character: string, characters: string): boolean {
  return characters.includes(character) || character.trim() === ''
}
