import { contrast, lighten, mix, parseColour, type Rgb, toHex } from './colour.ts'

/** The colours that an organisation's one brand colour stands for on light or on dark paper, as #rrggbb. */
export type BrandColours = {
  readonly brand: string
  readonly onBrand: string
  readonly brandText: string
  readonly brandTint: string
}

export type Theme = { readonly light: BrandColours; readonly dark: BrandColours; readonly cover: string }

export type ThemeVerdict =
  | { readonly ok: true; readonly theme: Theme }
  | {
      readonly ok: false
      readonly refusal: { readonly code: 'not-a-colour' | 'too-pale'; readonly says: string }
    }

/**
 * Everything that follows from the brand colour. Each text that the sheet sets in or on it reads at 4.5:1 at least
 * (WCAG 2.2, 1.4.3); a colour that is too pale to be seen as a button on white paper (3:1, 1.4.11) is refused.
 */
export const themeOf = (chosen: string): ThemeVerdict => {
  const brand = parseColour(chosen)
  if (!brand) return refused('not-a-colour', 'Write the colour as # and six digits, such as #0e5a70.')
  if (contrast(brand, white) < 3)
    return refused('too-pale', 'This colour can hardly be seen on white paper. Choose a darker one.')
  return {
    ok: true,
    theme: { light: lightColours(brand), dark: darkColours(brand), cover: cover(brand) },
  }
}

/** The custom properties of a theme as a style sheet of its own. */
export const themeSheet = (theme: Theme): string => `:root{${properties(theme.light)};--cover:${theme.cover}}
@media screen and (prefers-color-scheme:dark){:root{${properties(theme.dark)}}}
`

/** The small picture in a browser's tab: the first letter of the name on the brand colour. */
export const siteIcon = (theme: Theme, name: string): string => {
  const letter = [...name.trim()].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="6" fill="${theme.light.brand}"/><text x="14" y="20" text-anchor="middle" font-family="sans-serif" font-size="17" font-weight="700" fill="${theme.light.onBrand}">${letter}</text></svg>`
}

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
const darkPaper: Rgb = [15, 19, 21]

const lightColours = (brand: Rgb): BrandColours => {
  const tint = mix(brand, white, 0.08)
  return {
    brand: toHex(brand),
    onBrand: toHex(readable(brand)),
    brandText: toHex(until(brand, black, (colour) => contrast(colour, tint) >= 5.5)),
    brandTint: toHex(tint),
  }
}

const darkColours = (brand: Rgb): BrandColours => {
  const shown = until(lighten(brand), white, (colour) => contrast(colour, darkPaper) >= 7)
  const tint = mix(shown, darkPaper, 0.12)
  return {
    brand: toHex(shown),
    onBrand: toHex(until(mix(shown, black, 0.2), black, (colour) => contrast(colour, shown) >= 7)),
    brandText: toHex(until(shown, white, (colour) => contrast(colour, tint) >= 6.8)),
    brandTint: toHex(tint),
  }
}

/** On the cover stands white text: the brand is darkened until that reads well. */
const cover = (brand: Rgb): string => toHex(until(brand, black, (colour) => contrast(colour, white) >= 12))

const readable = (ground: Rgb): Rgb => (contrast(white, ground) >= 4.5 ? white : black)

const until = (from: Rgb, towards: Rgb, enough: (colour: Rgb) => boolean): Rgb => {
  for (let part = 100; part > 0; part -= 2) {
    const colour = mix(from, towards, part / 100)
    if (enough(colour)) return colour
  }
  return towards
}

const properties = (colours: BrandColours): string =>
  `--brand:${colours.brand};--on-brand:${colours.onBrand};--brand-text:${colours.brandText};--brand-tint:${colours.brandTint}`

const refused = (code: 'not-a-colour' | 'too-pale', says: string): ThemeVerdict => ({
  ok: false,
  refusal: { code, says },
})
