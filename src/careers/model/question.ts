/** A question of an application form, as frozen with the form's version. */
export type Question = {
  /** Stays the same while the question's wording is edited. */
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly needed: boolean
  readonly asks: Asks
}

export type Asks =
  | { readonly kind: 'short-text' }
  | { readonly kind: 'long-text'; readonly leastWords?: number; readonly mostWords?: number }
  | { readonly kind: 'single-choice'; readonly choices: readonly AnswerChoice[] }
  | { readonly kind: 'multiple-choice'; readonly choices: readonly AnswerChoice[]; readonly most?: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly unit?: string }
  /** Days as YYYY-MM-DD. */
  | { readonly kind: 'date'; readonly earliest?: string; readonly latest?: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'link' }

export type AnswerChoice = { readonly id: string; readonly label: string }

/** Words in a text of any script: spaces alone would count a Japanese page as one. */
export const countWords = (text: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter((part) => part.isWordLike)
    .length
