import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { ContactKind } from './candidate.ts'

/** A country by ISO 3166-1 alpha-2, upper case: how a phone number without + is read. */
export type Region = NonNullable<Exclude<Parameters<typeof parsePhoneNumberFromString>[1], object>>

/** What a contact point is matched by; never what is stored or written to. */
export interface ContactKeys {
  /** Equal exact keys: the same mailbox, line or profile. */
  exact: string
  /** Equal weak keys: very likely the same, never proof (Gmail's dots, plus-addresses, a number without its country). */
  weak: string
  /** Many people stand behind it (info@, a switchboard is not known): never identifies. */
  shared: boolean
}

/** The keys of a contact point, or undefined where the text is none: no @, too few digits, no address. */
export function contactKeys(kind: ContactKind, value: string, region?: Region): ContactKeys | undefined {
  if (kind === 'email') return emailKeys(value)
  return kind === 'phone' ? phoneKeys(value, region) : linkKeys(value)
}

/** Lower-cased mailbox with its domain in ASCII (RFC 5891); accepts `Name <a@b>` and `mailto:`. */
export function emailKeys(value: string): ContactKeys | undefined {
  const address = /<([^<>]+)>\s*$/u.exec(value)?.[1] ?? value.trim().replace(/^mailto:/iu, '')
  const [, localPart, domainPart] = /^([^\s@]+)@([^\s@]+)$/u.exec(address.trim().normalize('NFC')) ?? []
  const domain = domainPart && asciiDomain(domainPart)
  if (!localPart || !domain) return undefined
  const local = localPart.toLowerCase()
  const bare = local.replace(/\+.*$/u, '') || local
  const gmail = domain === 'gmail.com' || domain === 'googlemail.com'
  return {
    exact: `${local}@${domain}`,
    weak: gmail ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${domain}`,
    shared: sharedMailboxes.has(bare.replace(/[\d._-]+$/u, '')),
  }
}

/** E.164 where the number is possible in its region; else its digits, which are only ever a weak key. */
export function phoneKeys(value: string, region?: Region): ContactKeys | undefined {
  const written = value.normalize('NFKC')
  const digits = written.replace(/\D/gu, '')
  const parsed = parsePhoneNumberFromString(written, region)
  const exact = parsed?.isPossible() ? parsed.number : ''
  if (exact === '' && digits.length < 6) return undefined
  // The last nine digits survive every habit of writing trunk and country prefixes; a short number needs its country.
  const last = (parsed?.nationalNumber ?? digits).slice(-9)
  return { exact, weak: last.length < 7 && exact !== '' ? exact : last, shared: false }
}

/** `linkedin:name` for profile pages, else host and path without scheme, www, tracking and last slash. */
export function linkKeys(value: string): ContactKeys | undefined {
  const url = parseUrl(value)
  if (!url?.hostname.includes('.')) return undefined
  const host = url.hostname.replace(/^(www|m|mobile|[a-z]{2}(?=\.linkedin\.))\./u, '')
  const path = decoded(url.pathname).replace(/\/+$/u, '')
  const profile = profiles.find((site) => site.host === host)
  const name = profile?.path.exec(path)?.[1]?.toLowerCase()
  if (profile && name)
    return { exact: `${profile.name}:${name}`, weak: `${profile.name}:${name}`, shared: false }
  const page = `${host}${path.toLowerCase()}`
  // A bare domain or a site's page may be an employer's or a shared project: it hints, it does not identify.
  return { exact: '', weak: page, shared: profile !== undefined || path === '' }
}

const sharedMailboxes = new Set(
  'info hr jobs job office contact admin sales team career careers hello mail post support service people talent recruiting recruitment recruiter bewerbung bewerbungen kontakt personal empfang buero buro sekretariat rh emploi recrutement contacto empleo noreply no-reply donotreply hiring applications enquiries inquiries reception'.split(
    ' ',
  ),
)

const profiles = [
  { host: 'linkedin.com', name: 'linkedin', path: /^\/(?:in|pub)\/([^/]+)/u },
  { host: 'github.com', name: 'github', path: /^\/([^/]+)$/u },
  { host: 'gitlab.com', name: 'gitlab', path: /^\/([^/]+)$/u },
  { host: 'xing.com', name: 'xing', path: /^\/profile\/([^/]+)/u },
  { host: 'x.com', name: 'x', path: /^\/([^/]+)$/u },
  { host: 'twitter.com', name: 'x', path: /^\/([^/]+)$/u },
  { host: 'stackoverflow.com', name: 'stackoverflow', path: /^\/users\/(\d+)/u },
  { host: 'behance.net', name: 'behance', path: /^\/([^/]+)$/u },
  { host: 'dribbble.com', name: 'dribbble', path: /^\/([^/]+)$/u },
  { host: 'medium.com', name: 'medium', path: /^\/@([^/]+)$/u },
  { host: 'orcid.org', name: 'orcid', path: /^\/([\dXx-]{19})$/u },
]

function asciiDomain(domain: string): string | undefined {
  return parseUrl(`http://${domain.replace(/\.$/u, '')}`)?.hostname
}

function parseUrl(text: string): URL | undefined {
  const trimmed = text.trim()
  return URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`) ?? undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
