import { Parser } from 'htmlparser2'
import { collectLines, type MarkupText } from './text-extraction-lines.ts'
import { Refused } from './text-extraction-zip.ts'

/** The visible text of a web page: blocks as lines, cells by tab, scripts and styles left out. */
export function readHtml(html: string): MarkupText {
  const lines = collectLines()
  let hidden = 0
  let heading = 0
  let closed = false
  const breakAt = (name: string) => {
    if (PARAGRAPH.has(name)) lines.endParagraph()
    else if (BLOCK.has(name)) lines.endLine()
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (HIDDEN.has(name)) hidden += 1
      breakAt(name)
      if (name === 'tr') lines.openRow()
      if (name === 'br') lines.endLine()
      if (name === 'li' || BLOCK.has(name) || PARAGRAPH.has(name)) lines.bullet(name === 'li')
      // Words in neighbouring elements are set apart by style where no space is written between them.
      else if (closed) lines.add(' ', 0)
      closed = false
      if (/^h[1-3]$/.test(name)) heading = 4 - Number(name[1])
      if (name === 'a' && attributes.href) lines.link(attributes.href)
    },
    ontext(text) {
      closed = false
      if (hidden === 0) lines.add(text.replace(/\s+/g, ' '), heading)
    },
    onclosetag(name) {
      closed = true
      if (HIDDEN.has(name)) hidden -= 1
      if (name === 'td' || name === 'th') lines.endCell()
      if (name === 'tr') lines.closeRow()
      if (/^h[1-3]$/.test(name)) heading = 0
      breakAt(name)
    },
  })
  parser.end(html)
  return lines.read()
}

/**
 * The text of an office document's XML (DOCX, ODT, Word 2003): paragraphs as lines, table cells by tab,
 * text boxes in place, deleted text left out. A document type is refused (compliance-guide R20), so no
 * entity can reach a file or an address.
 */
export function readOfficeXml(xml: string): MarkupText {
  refuseDocumentType(xml)
  const lines = collectLines()
  let skip = 0
  let heading = 0
  let inText = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SKIPPED.has(name)) skip += 1
        if (skip > 0) return
        if (TEXT.has(name)) inText += 1
        if ((name === 'w:tab' && !('w:val' in attributes)) || name === 'text:tab') lines.add('\t', 0)
        if (name === 'text:s') lines.add(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 8)), 0)
        if (name === 'w:br' || name === 'w:cr' || name === 'text:line-break') lines.endLine()
        if (name === 'w:noBreakHyphen') lines.add('-', heading)
        if (name === 'w:numPr' || name === 'text:list-item') lines.bullet(true)
        if (name === 'w:pStyle' && TITLE_STYLE.test(attributes['w:val'] ?? '')) heading = 2
        if (name === 'text:h') heading = Math.max(1, 4 - Number(attributes['text:outline-level'] ?? 3))
        if (name === 'w:tr' || name === 'table:table-row') lines.openRow()
        if (BOX.has(name)) lines.endLine()
        if (attributes['xlink:href']) lines.link(attributes['xlink:href'])
        if (name === 'w:hlink' && attributes['w:dest']) lines.link(attributes['w:dest'])
      },
      ontext(text) {
        if (skip === 0 && inText > 0) lines.add(text.replace(/[ \r\n]+/g, ' '), heading)
      },
      onclosetag(name) {
        if (SKIPPED.has(name)) {
          skip -= 1
          return
        }
        if (skip > 0) return
        if (TEXT.has(name)) inText -= 1
        if (name === 'w:p' || name === 'text:p' || name === 'text:h') {
          lines.endBlock()
          heading = 0
        }
        if (name === 'w:tc' || name === 'table:table-cell') lines.endCell()
        if (name === 'w:tr' || name === 'table:table-row') lines.closeRow()
        if (name === 'w:tbl' || name === 'table:table') lines.endParagraph()
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return lines.read()
}

/** Throws for XML that declares a document type or an entity. */
export function refuseDocumentType(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Refused('hostile', 'a document type is declared')
}

const HIDDEN = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'select',
  'object',
  'iframe',
])
const PARAGRAPH = new Set([
  'p',
  'section',
  'article',
  'header',
  'footer',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'hr',
  'main',
  'aside',
])
const BLOCK = new Set([
  'div',
  'li',
  'dt',
  'dd',
  'dl',
  'address',
  'blockquote',
  'pre',
  'h5',
  'h6',
  'form',
  'nav',
  'figure',
  'body',
  'caption',
  'tbody',
  'thead',
  'fieldset',
  'label',
])
const TEXT = new Set(['w:t', 'text:p', 'text:h'])
const BOX = new Set(['w:txbxContent', 'draw:text-box'])
const TITLE_STYLE = /^(?:title|heading ?1|titel|berschrift1|titre)/i
// mc:Fallback repeats the text box of mc:Choice; w:del and tracked changes are text that was taken away.
const SKIPPED = new Set([
  'mc:Fallback',
  'w:del',
  'w:instrText',
  'w:delText',
  'text:tracked-changes',
  'text:note',
  'office:annotation',
  'w:docPr',
  'o:DocumentProperties',
  'w:styles',
  'w:fonts',
])
