/**
 * Whether a state-changing request comes from our own pages (OWASP: Fetch Metadata, then Origin).
 * A request with neither header and no custom header is refused: browsers send at least one.
 */
export const sameOrigin = (request: Request, baseUrl: string): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin !== null) return origin === new URL(baseUrl).origin || origin === new URL(request.url).origin
  return request.headers.get('x-throughline') !== null
}
