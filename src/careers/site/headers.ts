/**
 * What the server sends with every public page (compliance-guide R36): no script at all, nothing from elsewhere, no
 * frame. JSON-LD is a data block and is not run, so the policy does not touch it.
 */
export const pageHeaders = (kept: 'public' | 'private'): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
  // Not no-referrer on a person's pages: with it browsers post `Origin: null` and the same-origin check must refuse.
  'referrer-policy': kept === 'private' ? 'same-origin' : 'strict-origin-when-cross-origin',
  'cache-control': kept === 'private' ? 'no-store' : 'public, max-age=60',
  vary: 'accept-language, cookie',
})
