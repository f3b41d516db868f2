import { commonWords } from './common-words.ts'

export const shortestPassword = 12

/**
 * Why a new password is refused, in one sentence, or undefined when it is good (NIST SP 800-63B, ASVS 6.2: length
 * over composition, no common ones, nothing that everybody knows about the person). `about` holds names,
 * mail addresses and the organisation's name.
 */
export const whyRefused = (password: string, about: readonly string[]): string | undefined => {
  const normal = password.normalize('NFC')
  if ([...normal].length < shortestPassword) return `Use at least ${shortestPassword} characters.`
  if ([...normal].length > 200) return 'Use at most 200 characters.'
  const plain = folded(normal)
  const told = about.flatMap(tellingParts).find((part) => plain.includes(part))
  if (told) return `Leave out “${told}”: others know it about you.`
  if (new Set(plain).size < 5) return 'Use more different characters.'
  if (restAfterPatterns(plain) < 4)
    return 'That is made of common words, rows of keys or repetitions, which are guessed first. Put three or four unrelated words together.'
  return undefined
}

/** Without case, accents and the usual disguises (p4$$w0rd is password). */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[@4]/g, 'a')
    .replace(/3/g, 'e')
    .replace(/[1!|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[$5]/g, 's')
    .replace(/7/g, 't')

const tellingParts = (about: string): string[] =>
  about
    .split('@')
    .slice(0, 1)
    .concat(about.includes('@') ? [] : [about.replace(/\s+/g, '')])
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map(folded)
    .filter((part) => part.length >= 4)

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  'qazwsxedcrfvtgbyhnujm',
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  '01234567890',
].map(folded)
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))]
const longestFirst = commonWords.map(folded).toSorted((a, b) => b.length - a.length)

/** How many characters are left when common words, rows of keys, repetitions, digits and signs are taken away. */
const restAfterPatterns = (plain: string): number => {
  let rest = plain
  for (const word of longestFirst) rest = rest.replaceAll(word, ' ')
  rest = rest.replace(/(.{1,4}?)\1{2,}/gu, ' ')
  for (const run of runs)
    for (let length = run.length; length >= 4; length--)
      for (let from = 0; from + length <= run.length; from++)
        rest = rest.replaceAll(run.slice(from, from + length), ' ')
  return [...rest.replace(/(.{3,})\1+/gu, '$1')].filter((letter) => /\p{L}/u.test(letter)).length
}
