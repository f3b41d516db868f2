import { dictionary } from '@zxcvbn-ts/language-common'
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
  if (isKnown(normal.toLowerCase()) || isKnown(plain))
    return 'That is on the lists of passwords that thieves try first. Put three or four unrelated words together.'
  if (isWalk(normal) || lettersBesideWords(normal.toLowerCase()) < 4 || lettersBesideWords(plain) < 4)
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

const known: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[])

/** Whether lists of stolen passwords hold it: as it is, with digits and signs added, or said several times. */
const isKnown = (password: string): boolean => {
  const bare = password.replace(/^[^\p{L}]+/u, '')
  const added = /[^\p{L}]*$/u.exec(password)![0].length
  const withoutEnds = Array.from({ length: added + 1 }, (_, cut) => password.slice(0, password.length - cut))
  return [...withoutEnds, saidOnce(password), bare, bare.slice(0, bare.length - added)].some((part) =>
    known.has(part),
  )
}

const saidOnce = (text: string): string => text.replace(/^(.+?)\1+$/u, '$1')

const tellingParts = (about: string): string[] =>
  about
    .split('@')
    .slice(0, 1)
    .concat(about.includes('@') ? [] : [about.replace(/\s+/g, '')])
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map(folded)
    .filter((part) => part.length >= 4)

const keys = new Map(
  ['1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'].flatMap((row, y) =>
    [...row].map((key, x) => [key, { x: x + [0, 0.5, 0.75, 1.25][y]!, y }] as const),
  ),
)

/** Whether fingers or the alphabet wrote it: most signs are neighbours of the one before. */
const isWalk = (password: string): boolean => {
  const signs = [...password.toLowerCase()]
  const near = signs.filter((sign, at) => {
    const before = signs[at - 1]
    if (before === undefined) return false
    if (Math.abs(sign.codePointAt(0)! - before.codePointAt(0)!) <= 1) return true
    const [a, b] = [keys.get(before), keys.get(sign)]
    return a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1.25 && Math.abs(a.y - b.y) <= 1
  }).length
  return near >= 0.7 * (signs.length - 1)
}

const longestFirst = commonWords.map(folded).toSorted((a, b) => b.length - a.length)

/** How many letters are left when common words and repetitions are taken away. */
const lettersBesideWords = (plain: string): number => {
  let rest = plain
  for (const word of longestFirst) rest = rest.replaceAll(word, ' ')
  const once = rest.replace(/(.{1,8}?)\1+/gu, '$1')
  return [...once].filter((letter) => /\p{L}/u.test(letter)).length
}
