/** Index of the first line of a closing signature (RFC 3676 `-- `, mobile footers), or the number of lines. */
export function signatureStart(lines: readonly string[]): number {
  let end = lines.length
  while (end > 0 && lines[end - 1]!.trim() === '') end--
  const earliest = Math.max(0, end - LONGEST_SIGNATURE)
  for (let at = earliest; at < end; at++) {
    const line = lines[at]!.trim()
    if (DELIMITERS.includes(line) || isMobileFooter(line) || isListFooter(lines, at)) return at
  }
  return lines.length
}

const LONGEST_SIGNATURE = 16
const DELIMITERS = ['--', '—', '__', '-- ', '–']

/** The rule and lines that list servers put under every mail. */
function isListFooter(lines: readonly string[], at: number): boolean {
  if (!/^_{20,}$/.test(lines[at]!.trim())) return false
  const below = lines
    .slice(at + 1, at + 5)
    .join(' ')
    .toLowerCase()
  return below.includes('mailing list') || below.includes('listinfo')
}

/** `Sent from my iPhone` is a footer, `Sent from my desk, it is easier` a sentence. */
function isMobileFooter(line: string): boolean {
  const low = line
    .toLowerCase()
    .replace(/[*_<>]/g, '')
    .replace(/[.!]$/, '')
    .trim()
  if (!FOOTERS.some((footer) => low.startsWith(footer))) return false
  return low.split(/\s+/).length <= 9 && !low.includes(',')
}

const FOOTERS = [
  ...[
    'sent from my ',
    'sent from mobile',
    'sent from outlook',
    'sent from yahoo',
    'sent via ',
    'get outlook for ',
  ],
  ...[
    'sent from mail for',
    'sent with proton',
    'von meinem ',
    'gesendet von ',
    'gesendet mit ',
    'envoyé de mon ',
  ],
  ...[
    'envoyé depuis ',
    'enviado desde mi',
    'enviado do meu',
    'inviato da ',
    'verstuurd vanaf',
    'verzonden vanaf',
  ],
  ...[
    'skickat från min',
    'sendt fra min',
    'lähetetty ',
    'wysłane z ',
    'odesláno z',
    'отправлено с ',
    "iphone'umdan",
  ],
  ...['iphoneから送信', '发自我的', '從我的', '나의 iphone에서'],
]
