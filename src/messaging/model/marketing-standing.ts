/** What decides whether the organisation may send marketing at all, whoever it goes to. */
export interface MarketingStanding {
  readonly domain: string
  /** Of the last look at the domain's records; none before the first. */
  readonly findings: readonly { readonly ok: boolean; readonly says: string }[]
  /** Of the last 30 days; `sent` is counted only where there are complaints enough to ask. */
  readonly sent: number
  readonly complaints: number
  readonly postalAddress: string | null
}

/** Fewer complaints than this say nothing about a share. */
export const complaintsThatCount = 3

/** Why nothing like this leaves the house now; `null` when it may. */
export const marketingRefusal = (of: MarketingStanding) => {
  const no = (code: string, says: string) => ({ allowed: false, code, says, override: 'never' }) as const
  // CAN-SPAM (15 U.S.C. 7704(a)(5)): marketing shows the sender's postal address.
  if (!of.postalAddress?.trim())
    return no(
      'no-postal-address',
      'Mail like this shows the organisation’s postal address, which is missing in the settings.',
    )
  // R77: marketing waits until the domain passes its check, and pauses above 0.3 % complaints (Gmail, Yahoo).
  const failing = of.findings.find((finding) => !finding.ok)
  if (failing) return no('domain-not-ready', `${of.domain} may not send mail like this yet. ${failing.says}`)
  if (of.complaints >= complaintsThatCount && of.complaints > of.sent * 0.003)
    return no(
      'too-many-complaints',
      `${of.complaints} of the last ${of.sent} mails like this were reported as spam, so they are paused.`,
    )
  return null
}
