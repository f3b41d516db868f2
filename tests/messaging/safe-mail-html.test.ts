import { describe, expect, it } from 'vitest'
import { safeMailHtml } from '../../src/messaging/model/safe-mail-html.ts'

describe('a mail’s HTML inside the app', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src="https://t.example/p.gif">',
    '<img src=x onerror=alert(1)>',
    '<iframe src=//x></iframe>',
    '<svg onload=alert(1)><a href="javascript:1">x</a></svg>',
    '<style>*{display:none}</style>',
    '<form action=//x><input></form>',
    '<link rel=stylesheet href=//x>',
    '<base href=//x>',
    '<meta http-equiv=refresh content=0>',
    '<video src=//x></video>',
    '<math><mtext><img src=x onerror=1></mtext></math>',
    '<template><img src=x></template>',
    '<object data=//x></object>',
    '<body background="https://t.example/p.gif">',
    '<table background="https://t.example/p.gif"><tr><td>x</td></tr></table>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="  jAvAsCrIpT&#58;alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="//x.example">x</a>',
    '<p onclick=alert(1)>x</p>',
    '<noscript><p title="</noscript><img src=x onerror=1>">',
    '<p style="background:url(https://t.example/p.gif)">x</p>',
    '<p style="position:fixed;top:0;left:0;width:100%;height:100%;z-index:9">x</p>',
  ])('keeps nothing that runs, loads or covers: %s', (hostile) => {
    const clean = safeMailHtml(hostile)
    expect(clean).not.toMatch(
      /<(?:script|img|iframe|svg|style|form|input|link|base|meta|video|math|object|template|noscript|body)/i,
    )
    expect(clean).not.toMatch(
      /javascript:|data:|onerror|onclick|onload|url\(|position|z-index|background|href="\/\//i,
    )
  })

  it('keeps what a person wrote, and makes links say nothing about us', () => {
    const written =
      '<p dir="rtl" style="font-weight:bold;color:#fff">Hi <b>you</b></p><blockquote>old</blockquote><a href="https://x.example/?a=1&amp;b=2">x</a>'
    expect(safeMailHtml(written)).toBe(
      '<p dir="rtl" style="font-weight:bold">Hi <b>you</b></p><blockquote>old</blockquote><a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">x</a>',
    )
  })

  it('survives a thousand nested tables', () => {
    expect(() => safeMailHtml('<table><tr><td>'.repeat(1000))).not.toThrow()
  })
})
