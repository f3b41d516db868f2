/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number]

/** A colour written #rgb or #rrggbb, or nothing when it is written otherwise. */
export const parseColour = (written: string): Rgb | undefined => {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(written.trim())
  const full = short
    ? `${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`
    : written.trim().slice(1)
  if (!short && !/^#[0-9a-f]{6}$/i.test(written.trim())) return undefined
  const value = Number.parseInt(full, 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export const toHex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** `part` of the first colour (0 to 1) over the second, rounded to what a screen shows. */
export const mix = (colour: Rgb, over: Rgb, part: number): Rgb =>
  [0, 1, 2].map((at) => Math.round(colour[at]! * part + over[at]! * (1 - part))) as unknown as Rgb

/** The same hue, strong enough to glow on dark paper: its brightest part raised to full, grey kept grey. */
export const lighten = (colour: Rgb): Rgb => {
  const most = Math.max(...colour, 1)
  return mix(colour.map((part) => (part * 225) / most) as unknown as Rgb, [235, 238, 240], 0.58)
}

/** Relative luminance (WCAG 2.2 definition, sRGB). */
const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
