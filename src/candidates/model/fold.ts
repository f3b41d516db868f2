/** A text as it is compared: case, accents and (for Cyrillic and Greek) script folded away; never stored, never shown. */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .replace(/\P{ASCII}/gu, spelt)
    .normalize('NFD')
    .replace(accents, '')
    .replace(/\P{ASCII}/gu, spelt)
    .normalize('NFC')
}

/** The words of a text, folded; an apostrophe joins (O'Neill is oneill), every other mark parts. */
export function foldedWords(text: string): string[] {
  return fold(text)
    .replace(/['’‘ʼʻ`´]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Whether a text has no sign beyond ASCII. Asked of whole résumés: looking for one such sign is ten times as quick as matching them all. */
export const isAscii = (text: string): boolean => !beyondAscii.test(text)

/** One spelling for ü, ue and u (Müller, Mueller, Muller), so that all three meet under one key. */
export function withoutUmlautSpelling(folded: string): string {
  return folded.replace(/([aou])e/gu, '$1').replace(/aa/gu, 'a')
}

const beyondAscii = /[^\0-\x7f]/

// Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs; the vowels of Indic scripts are letters and stay.
const accents = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu

const spelling = new Map(
  [
    // Latin letters that do not decompose.
    'ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ħ h ŋ n ə a',
    // Cyrillic after ICAO Doc 9303 part 3 (passports), the spelling in which people of these scripts apply abroad.
    'а a б b в v г g ґ g д d е e ё e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю iu я ia ђ d ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz',
    // Greek after ISO 843 (transcription), without its digraph rules.
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  ]
    .join(' ')
    .split(' ')
    .reduce<[string, string][]>((pairs, word, at, words) => {
      if (at % 2 === 0) pairs.push([word, (words[at + 1] ?? '').replace('_', '')])
      return pairs
    }, []),
)

function spelt(letter: string): string {
  return spelling.get(letter) ?? letter
}
