import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '../documents/model/extracted-text.ts'
import { decodeText } from './text-extraction-plain.ts'

/** The kind of a file by its bytes; names and extensions are not asked (compliance-guide R23). */
export async function sniffKind(bytes: Uint8Array): Promise<FileKind> {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'archive'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'doc'
  if (/^\s{0,64}\{\\rtf/.test(head)) return 'rtf'
  const known = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (known && /^image\/(?:png|jpeg|gif|bmp|tiff|webp)$/.test(known.mime)) return 'image'
  if (known && !/xml|html|text|rtf/.test(known.mime)) return 'unknown'
  return sniffText(bytes)
}

function sniffText(bytes: Uint8Array): FileKind {
  const text = decodeText(bytes.subarray(0, 65_536))
  if (!text) return 'unknown'
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return 'json'
  if (start.startsWith('<')) {
    if (/<w:wordDocument|progid="Word\.Document"|<pkg:package/.test(start.slice(0, 4096))) return 'word-xml'
    if (/<(?:!doctype html|html|head|body|table|div|p|h1|meta)[\s>]/i.test(start)) return 'html'
    if (/^<\?xml|^<[a-z]+:/i.test(start)) return 'unknown'
  }
  return 'text'
}
