import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type Line, type Quote, quote } from './lines.ts'
import { findDates } from './resume-dates.ts'
import { stripEnd, stripStart } from './strip.ts'

export type Contact = {
  emails: { address: string; quote: Quote }[]
  /** `written` as it stands in the text; `e164` when the number is whole or the country is known. */
  phones: { written: string; e164?: string; quote: Quote }[]
  links: { url: string; quote?: Quote }[]
}

/** Mail addresses, phone numbers and web addresses of a text, each once, in reading order. */
export function findContact(
  lines: readonly Line[],
  hints: { links?: readonly string[]; country?: string } = {},
): Contact {
  const emails = new Map<string, Contact['emails'][number]>()
  const phones = new Map<string, Contact['phones'][number]>()
  const links = new Map<string, Contact['links'][number]>()
  const country = hints.country ?? guessCountry(lines)
  lines.forEach((line, at) => {
    for (const address of findEmails(acrossBreak(line.text, lines[at + 1]?.text)))
      if (!emails.has(address.toLowerCase()))
        emails.set(address.toLowerCase(), { address, quote: quote(line, address) })
    for (const written of findPhones(line.text, lines[at - 1]?.text ?? '', country)) {
      const key = written.replace(/\D/g, '').slice(-9)
      const e164 = parsePhoneNumberFromString(written, country as CountryCode)
      if (!phones.has(key))
        phones.set(key, { written, ...(e164 && { e164: e164.number }), quote: quote(line, written) })
    }
    for (const url of findLinks(line.text)) {
      const key = linkKey(url)
      if (!links.has(key)) links.set(key, { url, quote: quote(line, url) })
    }
  })
  for (const target of hints.links ?? []) {
    const address = /^mailto:([^?]+)/i.exec(target)?.[1]
    if (address && findEmails(address)[0] === address && emails.size === 0)
      emails.set(address.toLowerCase(), { address, quote: { text: target, from: 0, to: 0 } })
    if (/^https?:/i.test(target) && !links.has(linkKey(target))) links.set(linkKey(target), { url: target })
  }
  return { emails: [...emails.values()], phones: [...phones.values()], links: [...links.values()] }
}

// A narrow side bar breaks an address after its sign or a dot: "ada@example." and "org".
function acrossBreak(line: string, below = ''): string {
  return /@[\w.-]{0,60}[.-]?$/.test(line) && !/@[\w-]+\.\w{2,}$/.test(line) && /^[\w.-]{2,60}$/.test(below)
    ? line + below
    : line
}

/** Mail addresses in a line. */
export function findEmails(line: string): string[] {
  const plain = line
    .slice(0, 5000)
    .replace(/ ?[[(] ?(?:at|@) ?[\])] ?/gi, '@')
    .replace(/ ?[[(] ?dot ?[\])] ?/gi, '.')
  const found: string[] = []
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const local = stripStart(takeBack(plain, at), ".'-+")
    const host = stripEnd(/^[\w.\u00c0-\u024f-]{3,253}/.exec(plain.slice(at + 1, at + 255))?.[0] ?? '', '.-_')
    const labels = host.split('.')
    if (
      local !== '' &&
      labels.length > 1 &&
      labels.every((label) => label !== '' && label.length < 64) &&
      /^\p{L}{2,24}$/u.test(labels.at(-1)!)
    )
      found.push(`${local}@${host}`)
  }
  return found
}

// The name before the sign is read backwards from it, at most the 64 letters RFC 5321 section 4.5.3.1.1 allows.
function takeBack(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 64 && /[\w.+'-]/.test(text[from - 1]!)) from -= 1
  return text.slice(from, at)
}

/** Phone numbers in a line as written; `before` is the line above, which may hold the label. */
export function findPhones(line: string, before = '', country = ''): string[] {
  const found: string[] = []
  for (const match of line
    .slice(0, 5000)
    .matchAll(/(?<![\w.:/@#-])(?:\+|00)?\(?\+?\d[\d \u00a0().\u2010-\u2013/-]{5,20}\d(?!-?[\w@])/g)) {
    const written = stripEnd(match[0].replace(/\s+/g, ' '), '(./-')
    const digits = written.replace(/\D/g, '')
    if (digits.length < 7 || digits.length > 15 || /(\d)\1{7}/.test(digits)) continue
    if (findDates(written).some((span) => span.to - span.from > written.length - 4)) continue
    const start = line.slice(Math.max(0, match.index - 24), match.index)
    const labelled = LABEL.test(start) || (LABEL.test(before) && before.length < 20 && line.length < 40)
    if (labelled || looksLikePhone(written, digits, country)) found.push(written)
  }
  return found
}

const LABEL =
  /(?:phone|mobile|mob|cell|tel|telefon|telephone|téléphone|telefono|teléfono|telefone|telefoon|celular|cellulare|handy|portable|gsm|komórka|ph|contact(?: no| number)?|call|whatsapp|fax|電話|電話番号|携帯|携帯電話番号|τηλ|κινητό)[^\d\p{L}]{0,6}(?:no|number|nr|#)?[^\d\p{L}+(]{0,4}$/iu

function looksLikePhone(written: string, digits: string, country: string): boolean {
  if (/^(?:\+|00|\(\+)/.test(written)) return digits.length >= 9
  if (/^(?:1[ .-])?\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}$/.test(written)) return true
  if (/^0\d(?:[ .-]?\d\d){4}$/.test(written) || /^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(written)) return true
  return country !== '' && (parsePhoneNumberFromString(written, country as CountryCode)?.isValid() ?? false)
}

function findLinks(line: string): string[] {
  return [
    ...line
      .slice(0, 5000)
      .matchAll(
        /(?:https?:\/\/|www\.)[^\s<>"|•·,;)\]]{3,200}|(?<![\w@.-])(?:[\w-]{1,63}\.)?(?:linkedin|github|gitlab|xing|behance|dribbble|stackoverflow|kaggle|medium|twitter|facebook|x|bitbucket|orcid)\.(?:com|org)\/[^\s<>"|•·,;)\]]{2,150}/gi,
      ),
  ].map((match) => stripEnd(match[0], '.:'))
}

function linkKey(url: string): string {
  return stripEnd(
    url
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, ''),
    '/?#',
  )
}

// Which country's numbers are written without a code: told by the countries and codes a résumé names.
function guessCountry(lines: readonly Line[]): string {
  const head = lines
    .slice(0, 40)
    .map((line) => line.text)
    .join('\n')
  return COUNTRIES.find(([, signs]) => signs.test(head))?.[0] ?? ''
}

const COUNTRIES: [string, RegExp][] = [
  [
    'IN',
    /\b(?:india|bengaluru|bangalore|mumbai|delhi|hyderabad|chennai|pune|kolkata|karnataka|maharashtra|telangana)\b/i,
  ],
  ['GB', /\b(?:united kingdom|england|scotland|wales|london|manchester|UK)\b/i],
  ['DE', /\b(?:deutschland|germany|berlin|münchen|hamburg|lebenslauf)\b/i],
  ['AT', /\b(?:österreich|austria|wien)\b/i],
  ['CH', /\b(?:schweiz|switzerland|zürich|suisse)\b/i],
  ['FR', /\b(?:france|française|paris|lyon|marseille|bordeaux)\b/i],
  ['ES', /\b(?:españa|spain|madrid|barcelona)\b/i],
  ['IT', /\b(?:italia|italy|roma|milano)\b/i],
  ['NL', /\b(?:nederland|netherlands|amsterdam|rotterdam|utrecht)\b/i],
  ['PL', /\b(?:polska|poland|warszawa|kraków)\b/i],
  ['PT', /\b(?:portugal|lisboa|porto)\b/i],
  ['BR', /\b(?:brasil|brazil|são paulo)\b/i],
  ['CA', /\b(?:canada|toronto|ontario|montreal|vancouver)\b/i],
  ['AU', /\b(?:australia|sydney|melbourne|brisbane)\b/i],
  ['JP', /[\u3041-\u30fa]/],
  ['US', /\b(?:united states|USA|[A-Z]{2},? \d{5}|california|new york|texas|florida)\b/],
]
