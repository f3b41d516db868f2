export interface DomainTexts {
  readonly domain: string
  readonly atDomain: readonly string[]
  /** Null where no selector is in use: mail is not signed. */
  readonly atSelector: readonly string[] | null
  readonly atDmarc: readonly string[]
}

export interface Finding {
  readonly what: 'spf' | 'dkim' | 'dmarc'
  readonly ok: boolean
  readonly says: string
}

/** Whether a domain may send marketing (Gmail and Yahoo, 2024): SPF, a signature and a DMARC policy, in plain words. */
export const readDomain = ({ domain, atDomain, atSelector, atDmarc }: DomainTexts): readonly Finding[] => {
  const spf = atDomain.filter((text) => /^v=spf1(\s|$)/i.test(text))
  const key = (atSelector ?? []).find((text) => /(^|;)\s*p=/i.test(text))
  const dmarc = atDmarc.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text))
  return [
    {
      what: 'spf',
      // RFC 7208 section 3.2: more than one record is an error for the receiver.
      ok: spf.length === 1 && !/\+all\b/i.test(spf[0]!),
      says:
        spf.length === 0
          ? `${domain} has no SPF record. Add a TXT record that starts with v=spf1.`
          : spf.length > 1
            ? `${domain} has ${spf.length} SPF records. Receivers accept exactly one.`
            : /\+all\b/i.test(spf[0]!)
              ? `The SPF record of ${domain} lets everybody send. End it with ~all or -all.`
              : 'SPF is in place.',
    },
    {
      what: 'dkim',
      ok: key !== undefined && publicKeyOf(key).length >= 300,
      says:
        atSelector === null
          ? 'Mail is not signed. Set DKIM_PRIVATE_KEY_FILE.'
          : key === undefined || publicKeyOf(key) === ''
            ? 'The public DKIM key is not in the name service.'
            : publicKeyOf(key).length < 300
              ? 'The DKIM key is shorter than 2048 bits.'
              : 'DKIM is in place.',
    },
    {
      what: 'dmarc',
      ok: dmarc.length === 1 && /;\s*p\s*=\s*(none|quarantine|reject)/i.test(dmarc[0]!),
      says:
        dmarc.length === 1 && /;\s*p\s*=\s*(none|quarantine|reject)/i.test(dmarc[0]!)
          ? 'DMARC is in place.'
          : `${domain} has no DMARC policy. Add a TXT record at _dmarc.${domain}, for example v=DMARC1; p=none.`,
    },
  ]
}

/** A 2048-bit RSA key is 392 characters in base64; a 1024-bit one 216. */
const publicKeyOf = (text: string): string =>
  (/(?:^|;)\s*p=([^;]*)/i.exec(text)?.[1] ?? '').replace(/\s/g, '')
