import type { Office } from '../model/dates.ts'
import type { Pay } from '../model/pay.ts'
import type { Step } from '../site/line-of-steps.ts'
import type { Face, Fact } from '../site/parts.ts'

/** Where the work is done; a posting with several places names each. */
export type Place = {
  readonly town: string
  /** Region as the country writes it (ISO 3166-2 part or name), where it has one. */
  readonly region?: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly street?: string
  readonly postalCode?: string
}

/** How much of the work can be done from home. */
export type Remote =
  | { readonly kind: 'on-site' }
  | { readonly kind: 'hybrid'; readonly remark: string }
  /** All of it, from these countries (ISO 3166-1 alpha-2). */
  | { readonly kind: 'remote'; readonly from: readonly [string, ...string[]] }

export type Employment =
  | 'full-time'
  | 'part-time'
  | 'contractor'
  | 'temporary'
  | 'intern'
  | 'volunteer'
  | 'per-diem'

/** A part of the posting's text; `body` is rich text from the editor and is cleaned again before it is shown. */
export type Passage = { readonly heading: string; readonly aside?: string; readonly body: string }

/** A live posting as a visitor sees it. */
export type Posting = {
  readonly slug: string
  /** Never changes while the posting lives, whatever else is edited. */
  readonly reference: string
  readonly title: string
  readonly team: string
  readonly summary: string
  /** Language the posting is written in. */
  readonly lang: string
  readonly places: readonly Place[]
  readonly remote: Remote
  readonly employment: readonly Employment[]
  readonly pay?: Pay
  /** Approved seats still to fill; 0 where seats are not kept. */
  readonly seats: number
  /** Days as YYYY-MM-DD; `closesAt` is the instant until which one can apply. */
  readonly postedOn: string
  readonly changedAt: string
  readonly closesAt?: string
  readonly office: Office
  /** Hours, start, contract … as set in the job. */
  readonly facts: readonly Fact[]
  readonly passages: readonly Passage[]
  readonly steps: readonly Step[]
  readonly people: readonly Face[]
}

/** What was counted about a posting; each figure is shown, good or poor. */
export type Counted = {
  readonly applied: number
  readonly answered: number
  readonly inInterviews: number
  /** Whole days the slowest answer took. */
  readonly slowestAnswerDays?: number
  /** Promised dates that have come, and how many of them were kept. */
  readonly promises?: { readonly kept: number; readonly due: number }
  readonly lastInterviewAt?: string
  /** Days from applying to decision over the last people decided; left out under five people. */
  readonly daysToDecision?: {
    readonly middle: number
    readonly from: number
    readonly to: number
    readonly people: number
  }
}

/** Places and work from home in one line: Rotterdam, Leeds · from home in NL. */
export const placeLine = (
  posting: Pick<Posting, 'places' | 'remote'>,
  fromHome: (countries: string) => string,
): string =>
  [
    posting.places.map((place) => place.town).join(', '),
    posting.remote.kind === 'hybrid'
      ? posting.remote.remark
      : posting.remote.kind === 'remote'
        ? fromHome(posting.remote.from.join(', '))
        : '',
  ]
    .filter(Boolean)
    .join(', ')
