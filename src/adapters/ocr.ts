import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker } from 'tesseract.js'

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
      const { data } = await worker.recognize(Buffer.from(picture))
      // A photograph or a stamp is read as a few wild letters the reader itself does not believe in.
      pages.push(data.confidence >= 50 ? data.text : '')
    }
    return pages
  } finally {
    await worker.terminate()
  }
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
