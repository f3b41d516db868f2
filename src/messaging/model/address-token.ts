/** What an address of ours says about the mail that comes to it. */
export type AddressToken = { readonly kind: 'reply' | 'bounce' | 'unsub'; readonly id: string }

/** Signs a text with a key nobody else has: HMAC-SHA256 as lower-case hex. Given from outside, for models hold no secrets. */
export type Sign = (text: string) => string

/**
 * `reply+ID.SIGNATURE@domain` (and `bounce+`, `unsub+`): the id of the mail or thread with 80 bits of HMAC, so
 * that nobody can make up an address that suppresses or answers for another person. Lower case only, because
 * some servers fold the local part; at most 64 characters (RFC 5321 4.5.3.1.1).
 */
export function tokenAddress(token: AddressToken, domain: string, sign: Sign): string {
  const id = token.id.replaceAll('-', '').toLowerCase()
  if (!ID.test(id)) throw new Error('an address token carries a UUID')
  return `${token.kind}+${id}.${signature(token.kind, id, sign)}@${domain}`
}

/** Reads such an address; null for every address that is not ours, was altered, or signed with another key. */
export function readTokenAddress(address: string, domain: string, sign: Sign): AddressToken | null {
  const [local, host] = address.trim().replace(/^<|>$/g, '').toLowerCase().split('@')
  if (host !== domain.toLowerCase() || local === undefined) return null
  const found = /^(reply|bounce|unsub)\+([0-9a-f]{32})\.([0-9a-f]{20})$/.exec(local)
  if (!found) return null
  const [, kind, id, given] = found as unknown as [string, AddressToken['kind'], string, string]
  if (!isSame(given, signature(kind, id, sign))) return null
  return { kind, id: dashed(id) }
}

/** The first of a mail's addresses (To, Delivered-To, X-Original-To, envelope) that carries a valid token. */
export function tokenAmong(addresses: readonly string[], domain: string, sign: Sign): AddressToken | null {
  for (const address of addresses) {
    const token = readTokenAddress(address, domain, sign)
    if (token) return token
  }
  return null
}

const ID = /^[0-9a-f]{32}$/

const signature = (kind: string, id: string, sign: Sign): string => sign(`${kind}+${id}`).slice(0, 20)

/** Compares every character, so that the time tells nothing about where the first difference is. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

const dashed = (id: string): string =>
  [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
