/** What the HTML part shows around a text that a person wrote. */
export type Letter = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly organisation: string
  readonly subject: string
  readonly text: string
  readonly heading?: string
  readonly button?: { readonly label: string; readonly url: string }
  readonly footer: readonly string[]
}

/**
 * The HTML twin of a plain text: paragraphs, lists and links, laid out with tables and inline styles because
 * mail programs know nothing else. No pictures, no remote font, readable when styles are dropped.
 */
export function letterHtml(letter: Letter): string {
  const heading = letter.heading
    ? `<h1 style="margin:0 0 16px;${FONT}font-size:25px;line-height:32px;font-weight:700;color:${INK}">${escaped(letter.heading)}</h1>`
    : ''
  const footer = letter.footer.map((line) => linked(escaped(line), QUIET_LINK)).join('<br>')
  return `<!doctype html>
<html lang="${escaped(letter.language)}" dir="${letter.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:0;background:${GROUND}">
<div role="main">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="${GROUND}"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" bgcolor="#ffffff" style="width:100%;max-width:600px;border-radius:8px">
<tr><td style="padding:22px 28px 18px;${FONT}font-size:15px;line-height:22px;font-weight:700;color:${INK}">${escaped(letter.organisation)}</td></tr>
<tr><td style="padding:6px 28px 30px">${heading}${blocks(letter.text)}${button(letter.button)}</td></tr>
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px"><tr><td style="padding:18px 28px;${FONT}font-size:13px;line-height:20px;color:${QUIET}">${footer}</td></tr></table>
</td></tr></table>
</div>
</body>
</html>
`
}

/** The plain part with the button's address and the footer below, so that both parts say the same. */
export function letterText(letter: Pick<Letter, 'text' | 'button' | 'footer'>): string {
  const link = letter.button ? `\n\n${letter.button.label}: ${letter.button.url}` : ''
  const footer = letter.footer.length > 0 ? `\n\n-- \n${letter.footer.join('\n')}` : ''
  return `${letter.text.trim()}${link}${footer}\n`
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

const FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
const INK = '#14181b'
const QUIET = '#535c63'
const ACCENT = '#0e5a70'
const GROUND = '#f5f6f7'
const BODY = `${FONT}font-size:16px;line-height:25px;color:${INK}`
const LINK = `color:${ACCENT}`
const QUIET_LINK = `color:${QUIET}`

const blocks = (text: string): string =>
  text
    .trim()
    .split(/\n[ \t]*\n/)
    .map(block)
    .join('')

function block(source: string): string {
  const lines = source.split('\n')
  if (lines.every((line) => /^\s?[-*•] /.test(line))) {
    const entries = lines.map(
      (line) => `<li style="margin:0 0 6px">${linked(escaped(line.trim().slice(2)), LINK)}</li>`,
    )
    return `<ul style="margin:0 0 16px;padding-inline-start:20px;${BODY}">${entries.join('')}</ul>`
  }
  return `<p style="margin:0 0 16px;${BODY}">${lines.map((line) => linked(escaped(line), LINK)).join('<br>')}</p>`
}

/** Works on escaped text: an address ends before a space, an escape or closing punctuation. */
const linked = (text: string, style: string): string =>
  text.replace(/https?:\/\/[^\s<>"']{1,2000}/g, (found) => {
    const url = found.replace(/(?:&gt;|&quot;|&#39;|[.,;:!?)])$/, '')
    return `<a href="${url}" style="${style}">${url}</a>${found.slice(url.length)}`
  })

function button(link: Letter['button']): string {
  if (!link) return ''
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 12px"><tr><td bgcolor="${ACCENT}" style="border-radius:6px"><a href="${escaped(link.url)}" style="display:inline-block;padding:12px 22px;${FONT}font-size:16px;line-height:22px;font-weight:600;color:#ffffff;text-decoration:none">${escaped(link.label)}</a></td></tr></table>`
}
