import sanitize from 'sanitize-html'
import { type Html, raw } from '../html.ts'

/**
 * Text from the posting's editor with nothing in it but paragraphs, lists, small headings, emphasis and links. It was
 * cleaned when it was saved; cleaning it again means that no import and no restored backup can put a script on a page.
 */
export const richText = (written: string): Html => raw(sanitize(written, allowed))

/** The same text without marks, for places that take none. */
export const plainText = (written: string): string =>
  sanitize(written.replace(/<\/(p|li|h3|h4)>|<br ?\/?>/gi, '$& '), {
    allowedTags: [],
    allowedAttributes: {},
    textFilter: decoded,
  })
    .replace(/\s+/g, ' ')
    .trim()

const allowed: sanitize.IOptions = {
  allowedTags: ['p', 'ul', 'ol', 'li', 'strong', 'em', 'h3', 'h4', 'br', 'a'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { h1: 'h3', h2: 'h3', b: 'strong', i: 'em' },
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
