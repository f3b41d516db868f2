import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, type Page } from 'tesseract.js'
import { readPage } from '../documents/model/page-layout.ts'

/**
 * The words in pictures of pages, read on this machine: the trained letters come from an npm package and
 * nothing is downloaded. Runs inside the extraction worker, which is killed when it takes too long.
 */
export async function readPictures(pictures: readonly Uint8Array[]): Promise<string[]> {
  const packaged = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')
  const worker = await createWorker('eng', 1, {
    langPath: join(dirname(packaged), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  })
  try {
    const pages: string[] = []
    for (const picture of pictures) {
      const { data } = await worker.recognize(Buffer.from(picture), {}, { text: true, blocks: true })
      pages.push(layOut(data))
    }
    return pages
  } finally {
    await worker.terminate()
  }
}

// The words are set into lines and columns by the same rules as those of a PDF, after the page is turned straight.
function layOut(page: Page): string {
  // A photograph, a stamp or a script not known is read as wild letters that the reader itself does not
  // believe in; between them may stand a mail address that it does.
  const believed = page.confidence >= 50 ? 20 : 75
  const lines = (page.blocks ?? [])
    .flatMap((block) => block.paragraphs)
    .flatMap((paragraph) => paragraph.lines)
  const slopes = lines
    .filter((line) => line.baseline.x1 - line.baseline.x0 > 200)
    .map((line) => (line.baseline.y1 - line.baseline.y0) / (line.baseline.x1 - line.baseline.x0))
    .sort((a, b) => a - b)
  const slope = slopes[slopes.length >> 1] ?? 0
  const runs = lines.flatMap((line) => {
    const heights = line.words.map((word) => word.bbox.y1 - word.bbox.y0).sort((a, b) => a - b)
    // Tall letters reach about three quarters of the type's size.
    const size = (heights[Math.floor(heights.length * 0.8)] ?? 0) * 1.2
    return line.words
      .filter((word) => word.confidence >= believed)
      .map((word) => ({
        text: `${word.text} `,
        x: word.bbox.x0,
        // Measured at the line's own baseline, because letters that hang below it would move their word.
        y: line.baseline.y0 + slope * (word.bbox.x0 - line.baseline.x0) - slope * word.bbox.x0,
        width: word.bbox.x1 - word.bbox.x0,
        size,
      }))
  })
  const text = readPage(runs).lines.join('\n')
  return page.confidence >= 50 || (text.match(/\p{L}{4}/gu)?.length ?? 0) >= 10 ? text : ''
}

/**
 * A page scanned at few dots is enlarged twice before reading: letters of less than about 20 dots are
 * misread otherwise.
 */
export function enlarge(page: { data: Uint8Array; width: number; height: number }): typeof page {
  if (page.width > 1600 || page.width * page.height > 4_000_000) return page
  const width = page.width * 2
  const height = page.height * 2
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const top = Math.min(y >> 1, page.height - 1) * page.width
    const below = Math.min((y >> 1) + (y & 1), page.height - 1) * page.width
    for (let x = 0; x < width; x++) {
      const left = x >> 1
      const right = Math.min(left + (x & 1), page.width - 1)
      data[y * width + x] =
        (page.data[top + left]! +
          page.data[top + right]! +
          page.data[below + left]! +
          page.data[below + right]!) >>
        2
    }
  }
  return { data, width, height }
}

/** Grey pixels as a portable grey map, the simplest picture file the reader of letters takes. */
export function toGreyMap(page: { data: Uint8Array; width: number; height: number }): Uint8Array {
  const head = Buffer.from(`P5\n${page.width} ${page.height}\n255\n`, 'latin1')
  return Buffer.concat([head, page.data])
}

/** Width times height a picture declares, read from its first bytes; undefined when it does not say. */
export function declaredPixels(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20)
  if (bytes.length > 26 && view.getUint16(0) === 0x424d)
    return Math.abs(view.getInt32(18, true) * view.getInt32(22, true))
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638)
    return view.getUint16(6, true) * view.getUint16(8, true)
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegPixels(view)
  return undefined
}

function jpegPixels(view: DataView): number | undefined {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return view.getUint16(at + 5) * view.getUint16(at + 7)
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
