import sanitizeHtml from 'sanitize-html'

/** Splits a mail's HTML, as text, into what the person wrote and what mail programs mark as quoted. */
export function splitQuotedHtml(html: string): { readonly own: string; readonly quoted: string } {
  const marked = sanitizeHtml(html, {
    allowedTags: ['blockquote', 'section', 'br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'hr'],
    allowedAttributes: { section: ['id'] },
    nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'title', 'head'],
    transformTags: { '*': markQuote },
  })
  return walk(marked)
}

/** A `blockquote` holds a quote; `section` stands before one that lasts to the end of the mail. */
function markQuote(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const name = `${attribs.class ?? ''} ${attribs.id ?? ''}`.toLowerCase()
  if (tagName === 'section') return { tagName: 'div', attribs: {} }
  if (tagName === 'blockquote') return { tagName, attribs: {} }
  if (QUOTE_NAMES.some((quote) => name.includes(quote))) return { tagName: 'blockquote', attribs: {} }
  if (REST_NAMES.some((rest) => name.includes(rest))) return { tagName: 'section', attribs: {} }
  const style = (attribs.style ?? '').toLowerCase().replace(/\s/g, '')
  if (OUTLOOK_RULES.some((rule) => style.includes(rule))) return { tagName: 'section', attribs: {} }
  return { tagName, attribs: {} }
}

const QUOTE_NAMES = [
  'gmail_quote',
  'moz-cite-prefix',
  'yahoo_quoted',
  'protonmail_quote',
  'zmail_extra',
  'tutanota_quote',
]
const REST_NAMES = [
  'divrplyfwdmsg',
  'appendonsend',
  'stopspelling',
  'zwchr',
  'olk_src_body_section',
  'x_divrplyfwdmsg',
]
const OUTLOOK_RULES = [
  'border:none;border-top:solid#',
  'border-top:solid#e1e1e1',
  'border-top:solid#b5c4df',
  'border-top-color:rgb(229,229,229)',
]

function walk(marked: string): { own: string; quoted: string } {
  const parts = { own: '', quoted: '' }
  let depth = 0
  let restIsQuoted = false
  for (const piece of marked.split(/(<[^<>]*>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(piece)
    if (tag?.[2] === 'blockquote') depth += tag[1] === '/' ? -1 : 1
    if (tag?.[2] === 'section') restIsQuoted = true
    const side = depth > 0 || restIsQuoted ? 'quoted' : 'own'
    parts[side] += tag ? breakOf(tag[1] === '/', tag[2]!) : piece.replace(/\s+/g, ' ')
  }
  return { own: tidy(parts.own), quoted: tidy(parts.quoted) }
}

function breakOf(closes: boolean, tag: string): string {
  if (tag === 'br' || tag === 'hr') return '\n'
  if (tag === 'p' || tag.startsWith('h')) return closes ? '\n\n' : '\n'
  return closes || tag === 'div' ? '\n' : ''
}

const tidy = (text: string): string =>
  decode(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const decode = (text: string): string =>
  text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
