import { readFile } from 'node:fs/promises'

/** A file that the pages need, ready to be sent; all may be kept for ever, as their address carries a version. */
export type Asset = { readonly type: string; readonly body: Uint8Array<ArrayBuffer> | string }

/** The sheet or one of the typefaces by its name on this site, or nothing. */
export const assetNamed = async (name: string): Promise<Asset | undefined> => {
  if (name === 'careers.css') return { type: 'text/css; charset=utf-8', body: await careersSheet() }
  const file = fonts[name as keyof typeof fonts]
  if (!file) return undefined
  const address = import.meta.resolve(`@fontsource-variable/inter/files/${file}`)
  return { type: 'font/woff2', body: Uint8Array.from(await readFile(new URL(address))) }
}

/** The sheet as it is sent: without the white space that only its readers need. */
export const careersSheet = async (): Promise<string> =>
  (
    await Promise.all(
      sheetParts.map((part) => readFile(new URL(`./sheet/${part}.css`, import.meta.url), 'utf8')),
    )
  )
    .join('')
    .replace(/\/\*[^*]*\*\/\s*/g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/([{;,])\n/g, '$1')
    .replace(/;}/g, '}')

/** In this order: what stands later wins, so the widths and the paper come last. */
const sheetParts = [
  'ground',
  'frame',
  'facts-and-lists',
  'steps',
  'forms',
  'acts',
  'prose',
  'widths',
] as const

const fonts = {
  'inter-latin.woff2': 'inter-latin-opsz-normal.woff2',
  'inter-latin-ext.woff2': 'inter-latin-ext-wght-normal.woff2',
} as const
