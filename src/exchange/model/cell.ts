import { restored } from './formula.ts'

/** A cell as text: NFC, no NUL, no-date placeholders of old databases gone. */
export const cellText = (cell: string): string => {
  const text = restored(cell).normalize('NFC').replaceAll('\0', '').trim()
  return placeholders.test(text) ? '' : text
}

/** Values of a cell that holds several, parted by ; | , or lines. */
export const several = (cell: string, signs: RegExp = /[;|,\n]/u): string[] =>
  cell
    .split(signs)
    .map((value) => value.trim())
    .filter((value) => value !== '')

/** A yes or a no; undefined where a cell is neither. */
export const yesOrNo = (cell: string): boolean | undefined => {
  const word = cell.trim().toLowerCase().replace(/[.!]$/u, '')
  if (yes.has(word)) return true
  return no.has(word) ? false : undefined
}

/** Country code of a name in one of the languages we read, or of a code. */
export const countryCode = (cell: string): string | undefined => {
  const text = cell.trim()
  if (/^[A-Za-z]{2}$/u.test(text)) return text.toUpperCase()
  return countries().get(text.toLowerCase())
}

const placeholders = /^(?:1000-01-01|0000-00-00)(?:[ T]00:00:00)?$|^(?:n\/a|null|nil|undefined|#n\/a|-+)$/iu
const yes = new Set(
  'yes y true t 1 x ✓ ✔ ja j oui o si sí sì tak sim on given granted opt-in optin opted-in subscribed erteilt'.split(
    ' ',
  ),
)
const no = new Set(
  'no n false f 0 nein non nee nie não nao nej off none never withdrawn declined opt-out optout opted-out unsubscribed widerrufen'.split(
    ' ',
  ),
)

let names: Map<string, string> | undefined
const countries = (): Map<string, string> => {
  if (names) return names
  names = new Map([
    ['usa', 'US'],
    ['uk', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['holland', 'NL'],
  ])
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of letters)
      for (const second of letters) {
        const name = display.of(first + second)?.toLowerCase()
        if (name && !names.has(name)) names.set(name, first + second)
      }
  }
  return names
}
