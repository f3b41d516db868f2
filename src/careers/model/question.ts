import type { Question } from '../../ats/model/form.ts'

export type { Question }

/** Words in a text of any script: spaces alone would count a Japanese page as one. */
export const countWords = (text: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter((part) => part.isWordLike)
    .length
