import net from 'node:net'
import type {
  ExtractedText,
  FileKind,
  ReadableText,
  UnreadableReason,
} from '../documents/model/extracted-text.ts'
import { unreadable } from '../documents/model/extracted-text.ts'
import { renderResumeJson } from '../documents/model/resume-json.ts'
import { declaredPixels, enlarge, readPictures, toGreyMap } from './ocr.ts'
import { sniffKind } from './text-extraction-kind.ts'
import type { MarkupText } from './text-extraction-lines.ts'
import { readHtml, readOfficeXml } from './text-extraction-markup.ts'
import { readOfficeArchive } from './text-extraction-office.ts'
import { readPdf } from './text-extraction-pdf.ts'
import { decodeText } from './text-extraction-plain.ts'
import { Refused, type ZipLimits } from './text-extraction-zip.ts'

export type ExtractionTask = { id: number; bytes: Uint8Array; limits: ExtractionLimits }
export type ExtractionLimits = {
  zip: ZipLimits
  pages: number
  ocrPages: number
  pixels: number
  characters: number
}
export type ExtractionAnswer = { id: number; stage: 'ocr' } | { id: number; result: ExtractedText }

// A document must never make this process speak to anyone, whatever a library does with its links.
net.Socket.prototype.connect = () => {
  throw new Error('the extraction worker has no network')
}
globalThis.fetch = () => Promise.reject(new Error('the extraction worker has no network'))

process.on('disconnect', () => process.exit(0))
process.on('message', (task: ExtractionTask) => {
  extract(task).then((result) => answer({ id: task.id, result }))
})

function answer(message: ExtractionAnswer): void {
  process.send?.(message)
}

async function extract(task: ExtractionTask): Promise<ExtractedText> {
  let kind: FileKind = 'unknown'
  try {
    kind = await sniffKind(task.bytes)
    const read = await READERS[kind](task, (actual) => {
      kind = actual
    })
    const result: ReadableText = { ok: true, kind, pages: 1, prominent: [], links: [], notes: [], ...read }
    result.text = result.text
      .replace(/\r\n?/g, '\n')
      // Columns made of spaces; lines of many hundred letters lost their breaks there instead.
      .split('\n')
      .map((line) => (line.length > 400 ? line : line.trim().replace(/(?<=\S) {3,}/g, '\t')))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    if (result.text.length > task.limits.characters) {
      result.text = result.text.slice(0, task.limits.characters)
      result.notes.push('The text is very long; only its beginning was read.')
    }
    return result.text === '' ? unreadable(kind, 'empty') : result
  } catch (error) {
    return unreadable(kind, reasonOf(error))
  }
}

type Reader = (
  task: ExtractionTask,
  found: (kind: FileKind) => void,
) => Promise<Partial<ReadableText> & { text: string }>

const READERS: Record<FileKind, Reader> = {
  pdf: async (task) => {
    const { pictures, ...pdf } = await readPdf(task.bytes, task.limits)
    if (pictures.length === 0) return pdf
    answer({ id: task.id, stage: 'ocr' })
    const pages = await readPictures(pictures.map((picture) => toGreyMap(enlarge(picture))))
    return { ...pdf, text: `${pdf.text}\n${pages.join('\n\n')}`, notes: [...pdf.notes, SCANNED] }
  },
  image: async (task) => {
    if ((declaredPixels(task.bytes) ?? 0) > task.limits.pixels)
      throw new Refused('hostile', 'too many pixels')
    answer({ id: task.id, stage: 'ocr' })
    const [text = ''] = await readPictures([task.bytes])
    return { text, notes: [SCANNED] }
  },
  archive: (task, found) => readOfficeArchive(task.bytes, task.limits.zip, found),
  docx: (task, found) => readOfficeArchive(task.bytes, task.limits.zip, found),
  odt: (task, found) => readOfficeArchive(task.bytes, task.limits.zip, found),
  doc: async (task) => {
    if (Buffer.from(task.bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')))
      throw new Refused('encrypted', 'an encrypted office document')
    const { default: WordExtractor } = await import('word-extractor')
    const doc = await new WordExtractor().extract(Buffer.from(task.bytes))
    const parts = [
      doc.getHeaders({ includeFooters: false }),
      doc.getBody(),
      doc.getTextboxes(),
      doc.getFooters(),
    ]
    return { text: parts.filter((part) => part.trim() !== '').join('\n\n') }
  },
  rtf: async (task) => {
    const { OfficeParser } = await import('officeparser')
    const document = await OfficeParser.parseOffice(Buffer.from(task.bytes), { fileType: 'rtf' })
    const text = await document.to('text')
    return { text: String(text.value) }
  },
  html: async (task) => readHtml(textOf(task, true)),
  'word-xml': async (task): Promise<MarkupText> => readOfficeXml(textOf(task)),
  text: async (task) => ({ text: textOf(task) }),
  json: async (task) => {
    const text = textOf(task)
    let parsed: unknown
    try {
      parsed = JSON.parse(text)
    } catch {
      return { text }
    }
    const rendered = renderResumeJson(parsed)
    return rendered === undefined ? { text } : { text: rendered, resumeJson: parsed }
  },
  unknown: async () => {
    throw new Refused('unsupported', 'no reader for this kind')
  },
}

const SCANNED = 'The text was read from a picture and may hold misread letters.'

function textOf(task: ExtractionTask, markup = false): string {
  const declared = markup
    ? /charset=["']?\s*([\w-]{2,20})/i.exec(Buffer.from(task.bytes.subarray(0, 2048)).toString('latin1'))?.[1]
    : undefined
  if (declared && !/^utf-?8$/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(task.bytes)
    } catch {
      return decodeText(task.bytes) ?? ''
    }
  }
  return decodeText(task.bytes) ?? ''
}

function reasonOf(error: unknown): UnreadableReason {
  if (error instanceof Refused) return error.reason
  const name = error instanceof Error ? `${error.name} ${error.message}` : String(error)
  if (/password|encrypted/i.test(name)) return 'encrypted'
  if (/heap|memory|allocation/i.test(name)) return 'too-large'
  return 'corrupt'
}
