/** Who reads a page: the language of its words, the locale of its dates and money, and their clock. */
export type Reader = {
  /** BCP 47 language that the page's words are written in. */
  readonly lang: string
  /** BCP 47 locale for numbers and dates: always the page's language, with the reader's region. */
  readonly locale: string
  /** IANA zone of the reader; the office's until they have told us theirs. */
  readonly zone: string
}

/**
 * The reader that an Accept-Language header (RFC 9110, 12.5.4) describes. A language that has no words yet falls back to
 * the first available one, and dates follow it, so that no page mixes two languages.
 */
export const readerOf = (
  accepted: string | undefined,
  available: readonly [string, ...string[]],
  zone: string,
): Reader => {
  const wished = wishes(accepted ?? '')
  for (const locale of wished) {
    const lang = available.find((one) => one === locale.language)
    if (lang) return { lang, locale: locale.toString(), zone }
  }
  const region = wished.find((locale) => locale.region)?.region
  const lang = available[0]
  return { lang, locale: region ? `${lang}-${region}` : lang, zone }
}

/** Which way the language is written. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => {
  const script = new Intl.Locale(lang).maximize().script
  return script && rightToLeft.has(script) ? 'rtl' : 'ltr'
}

const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

const wishes = (accepted: string): Intl.Locale[] =>
  accepted
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';').map((one) => one.trim())
      const weight = parameters.find((one) => one.startsWith('q='))
      return { tag: tag ?? '', weight: weight ? Number(weight.slice(2)) : 1 }
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => {
      try {
        return [new Intl.Locale(tag)]
      } catch {
        return []
      }
    })
