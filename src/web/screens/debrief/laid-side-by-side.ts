import type { Debriefed } from '../interviews/debriefed.ts'

type Card = Debriefed['scorecards'][number]

export interface Cell {
  readonly scorecardId: string
  /** `not-asked`: the interview does not rate it. Else the number, or null where it was not seen. */
  readonly rating: number | null | 'not-asked'
  readonly words: string
  /** The number of the first version, where a later one says another. */
  readonly was: number | null | undefined
}

export interface CriterionRow {
  readonly id: string
  readonly says: string
  readonly cells: readonly Cell[]
  /** Least and most of the numbers given; nothing where nobody saw it. */
  readonly spread: { readonly least: number; readonly most: number; readonly saw: number } | undefined
}

/** Every criterion that any interview rates, with what each scorecard says on it. */
export const laidSideBySide = (of: Pick<Debriefed, 'interviews' | 'scorecards'>): readonly CriterionRow[] => {
  const interviews = new Map<string, Debriefed['interviews'][number]>(
    of.interviews.map((one) => [one.id, one]),
  )
  const criteria = new Map(
    of.scorecards
      .flatMap(({ interviewId }) => interviews.get(interviewId)?.attributes ?? [])
      .map(({ id, says }) => [id, says]),
  )
  return [...criteria].map(([id, says]) => {
    const cells = of.scorecards.map((card) =>
      cellOf(card, id, interviews.get(card.interviewId)?.attributes.some((one) => one.id === id) ?? false),
    )
    const numbers = cells.flatMap(({ rating }) => (typeof rating === 'number' ? [rating] : []))
    return {
      id,
      says,
      cells,
      spread:
        numbers.length > 0
          ? { least: Math.min(...numbers), most: Math.max(...numbers), saw: numbers.length }
          : undefined,
    }
  })
}

const cellOf = (card: Card, id: string, asked: boolean): Cell => {
  const ratingIn = (version: Card['versions'][number] | undefined) =>
    version?.ratings.find(({ attributeId }) => attributeId === id)
  const [now, first] = [ratingIn(card.versions[0]), ratingIn(card.versions.at(-1))]
  return {
    scorecardId: card.scorecardId,
    rating: asked ? (now?.rating ?? null) : 'not-asked',
    words: now?.words ?? '',
    was: asked && first?.rating !== now?.rating ? (first?.rating ?? null) : undefined,
  }
}
