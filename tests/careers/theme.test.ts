import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, parseColour } from '../../src/careers/model/colour.ts'
import { siteIcon, themeOf } from '../../src/careers/model/theme.ts'

const ratio = (one: string, other: string) => contrast(parseColour(one)!, parseColour(other)!)

describe('the theme of one brand colour', () => {
  test('contrast is what WCAG says it is', () => {
    expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(ratio('#767676', '#fff')).toBeCloseTo(4.54, 2)
    expect(ratio('#0e5a70', '#ffffff')).toBeCloseTo(7.7, 1)
  })

  test('every colour that is accepted reads at 4.5:1 wherever the sheet sets text, on light and dark paper', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const verdict = themeOf(`#${value.toString(16).padStart(6, '0')}`)
        if (!verdict.ok) return verdict.refusal.code === 'too-pale'
        const { light, dark, cover } = verdict.theme
        return [
          ratio(light.onBrand, light.brand),
          ratio(light.brandText, '#ffffff'),
          ratio(light.brandText, light.brandTint),
          ratio('#14181b', light.brandTint),
          ratio('#535c63', light.brandTint),
          ratio(dark.onBrand, dark.brand),
          ratio(dark.brandText, '#0f1315'),
          ratio(dark.brandText, dark.brandTint),
          ratio('#a4aeb5', dark.brandTint),
          ratio('#ffffff', cover),
        ].every((each) => each >= 4.5)
      }),
      { numRuns: 2000 },
    )
  })

  test.each(['', 'red', '#12', '#1234567', '#0e5a70;}body{display:none', 'url(x)'])(
    '%j is no colour',
    (written) => {
      expect(themeOf(written)).toMatchObject({ ok: false, refusal: { code: 'not-a-colour' } })
    },
  )

  test('a colour that can hardly be seen on white paper is refused', () => {
    expect(themeOf('#ffcc00')).toMatchObject({ ok: false, refusal: { code: 'too-pale' } })
  })

  test('the first letter of the name stands in the icon, never a sign of markup', () => {
    const verdict = themeOf('#0e5a70')
    if (!verdict.ok) throw new Error('refused')
    expect(siteIcon(verdict.theme, '<b>')).toContain('>b</text>')
  })
})
