import type { ProminentLine } from '../documents/model/extracted-text.ts'
import { findProminent, type PlacedText, readPage } from '../documents/model/page-layout.ts'

export type PixelPage = { data: Uint8Array; width: number; height: number }

export type PdfText = {
  text: string
  pages: number
  prominent: ProminentLine[]
  links: string[]
  notes: string[]
  /** Pictures of the first pages, taken only when the pages hold no text. */
  pictures: PixelPage[]
}

/** The text of a PDF in reading order, page by page; throws what pdf.js throws for a broken file. */
export async function readPdf(
  bytes: Uint8Array,
  limits: { pages: number; ocrPages: number; pixels: number },
): Promise<PdfText> {
  const { getDocumentProxy, extractImages } = await import('unpdf')
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
    verbosity: 0,
    stopAtErrors: false,
    maxImageSize: limits.pixels,
  })
  const notes: string[] = []
  if (pdf.numPages > limits.pages)
    notes.push(`Only the first ${limits.pages} of ${pdf.numPages} pages were read.`)
  const text: string[] = []
  const rows: PlacedText[] = []
  const links = new Set<string>()
  const last = Math.min(pdf.numPages, limits.pages)
  for (let number = 1; number <= last; number++) {
    try {
      const page = await pdf.getPage(number)
      const content = await page.getTextContent()
      const read = readPage(placeRuns(content.items as PdfItem[], page.view))
      text.push(...read.lines, '')
      rows.push(...(number === 1 ? read.rows : []))
      for (const mark of await page.getAnnotations()) {
        if (mark.url && links.size < 200) links.add(mark.url)
        // What was typed into a form stands beside the page, not on it.
        if (typeof mark.fieldValue === 'string' && mark.fieldValue.trim() !== '' && mark.fieldType === 'Tx')
          text.push(`${mark.alternativeText || mark.fieldName || ''}: ${mark.fieldValue}`)
      }
      page.cleanup()
    } catch {
      notes.push(`Page ${number} is damaged and was left out.`)
    }
  }
  const pictures: PixelPage[] = []
  if ((text.join('').match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 20 * Math.min(last, 3)) {
    for (let number = 1; number <= Math.min(last, limits.ocrPages); number++) {
      const images = await extractImages(pdf, number).catch(() => [])
      const largest = images.sort((a, b) => b.width * b.height - a.width * a.height)[0]
      if (largest && largest.width * largest.height >= 100_000) pictures.push(toGrey(largest))
    }
    if (last > limits.ocrPages && pictures.length > 0)
      notes.push(`Only ${limits.ocrPages} scanned pages were read.`)
  }
  await pdf.loadingTask.destroy()
  return {
    text: text.join('\n'),
    pages: pdf.numPages,
    prominent: findProminent(rows),
    links: [...links],
    notes,
    pictures,
  }
}

type PdfItem = { str?: string; transform: number[]; width: number; height: number }

function placeRuns(items: readonly PdfItem[], view: readonly number[]): PlacedText[] {
  const top = view[3] ?? 0
  return items.slice(0, 20_000).flatMap((item) => {
    if (item.str === undefined) return []
    // biome-ignore lint/suspicious/noControlCharactersInRegex: glyphs without a letter come out as controls.
    const text = item.str.replace(/[\u0000-\u001f\ue000-\uf8ff]/g, ' ').normalize('NFKC')
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform
    if (text.trim() === '' || Math.abs(b) > Math.abs(a)) return []
    return [{ text, x, y: top - y, width: item.width, size: Math.abs(d) || item.height }]
  })
}

function toGrey(image: {
  data: Uint8ClampedArray
  width: number
  height: number
  channels: number
}): PixelPage {
  const grey = new Uint8Array(image.width * image.height)
  const step = image.channels
  for (let at = 0; at < grey.length; at++) {
    const from = at * step
    grey[at] =
      step === 1
        ? image.data[from]!
        : (image.data[from]! * 77 + image.data[from + 1]! * 150 + image.data[from + 2]! * 29) >> 8
  }
  return { data: grey, width: image.width, height: image.height }
}
