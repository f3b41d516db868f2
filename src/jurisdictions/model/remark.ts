/** What the law of a place says to a posting or question. */
export interface Remark {
  readonly ruleId: string
  /** A rule that blocks keeps the posting from going live; one that warns only asks to look. */
  readonly weight: 'blocks' | 'warns'
  /** One sentence that says what to do. */
  readonly says: string
  /** The place whose law it is, as people call it. */
  readonly place: string
  /** The law, with article. */
  readonly source: string
  readonly field: 'pay' | 'benefits' | 'applyUntil' | 'title' | 'body' | 'form'
  readonly questionId?: string
  /** The words it is about, as they stand there. */
  readonly quote?: string
}

/** A place of a posting: country by ISO 3166-1, region as the part of ISO 3166-2 after the dash. */
export interface RulePlace {
  readonly country: string
  readonly region?: string
  readonly city?: string
}

export interface PostingToCheck {
  readonly title: string
  readonly texts: readonly string[]
  readonly places: readonly RulePlace[]
  readonly workplace: 'on-site' | 'hybrid' | 'remote'
  /** Countries from where remote work may be done; empty for remote work means the places' countries. */
  readonly remoteFrom: readonly string[]
  readonly pay?: { readonly min: number; readonly max: number } | undefined
  readonly benefits?: string | undefined
  readonly applyUntil?: string | undefined
  readonly questions: readonly {
    readonly id: string
    readonly kind: string
    readonly label: string
    readonly hint?: string | undefined
  }[]
}

/** A span of time and the size of employer for which a rule holds. */
export interface InForce {
  /** First day, YYYY-MM-DD. */
  readonly from: string
  /** Last day, where the rule has ended. */
  readonly until?: string
  /** Least number of employees; none is everybody. */
  readonly employees?: number
}

export interface Circumstances {
  /** The day of publishing, YYYY-MM-DD. */
  readonly on: string
  /** The organisation's size; unknown counts as large, so that nothing is missed. */
  readonly employees?: number | undefined
}

/** Whether a rule holds on a day for an employer of this size. */
export const isInForce = (rule: InForce, { on, employees }: Circumstances): boolean =>
  rule.from <= on &&
  (rule.until === undefined || on <= rule.until) &&
  (employees ?? Number.POSITIVE_INFINITY) >= (rule.employees ?? 0)
