import { passageAround } from '../../candidates/model/passage.ts'
import type { Answer } from './form.ts'
import type { Attribute } from './job.ts'

/** What was found for one criterion, with the words as they stand there. No score: a person weighs it. */
export interface Evidence {
  readonly attributeId: string
  readonly says: string
  readonly must: boolean
  readonly verdict: 'met' | 'not-shown' | 'contradicted'
  readonly quotes: readonly Quote[]
}

export interface Quote {
  readonly where: 'resume' | 'answer'
  readonly questionId?: string
  /** The words around the find, and where the find begins and ends in them. */
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * Looks for each criterion's words in résumé and answers, whole words only, letters compared without case and
 * accents. The same text gives the same result every time. Words against it weigh more than words for it.
 */
export const evidenceFor = (
  attributes: readonly Attribute[],
  resumeText: string,
  answers: readonly Answer[],
): readonly Evidence[] => {
  const sources = [
    sourceOf({ where: 'resume' }, resumeText),
    ...answers.map((answer) => sourceOf({ where: 'answer', questionId: answer.questionId }, saidIn(answer))),
  ]
  return attributes.map((one): Evidence => {
    const against = one.against.flatMap((word) => find(sources, word))
    const forIt = one.words.flatMap((word) => find(sources, word)).filter((quote) => !isNegated(quote))
    return {
      attributeId: one.id,
      says: one.says,
      must: one.must,
      verdict: against.length > 0 ? 'contradicted' : forIt.length > 0 ? 'met' : 'not-shown',
      quotes: onePerPassage(against.length > 0 ? against : forIt).slice(0, 5),
    }
  })
}

/** A passage is quoted once, with the longest of the finds in it: “current and position loops”, not “loops” again. */
const onePerPassage = (quotes: readonly Quote[]): readonly Quote[] => {
  const passage = ({ where, questionId, text }: Quote) => `${where} ${questionId} ${text}`
  const longest = new Map<string, Quote>()
  for (const quote of quotes) {
    const known = longest.get(passage(quote))
    if (!known || quote.to - quote.from > known.to - known.from) longest.set(passage(quote), quote)
  }
  return [...longest.values()]
}

interface Source {
  readonly where: Quote['where']
  readonly questionId?: string
  readonly text: string
  readonly original: string
}

const sourceOf = (from: Pick<Source, 'where' | 'questionId'>, said: string): Source => {
  const original = said.normalize('NFC')
  return { ...from, text: foldPreservingLength(original), original }
}

const around = { before: 120, after: 120 }

const find = (sources: readonly Source[], word: string): Quote[] => {
  const wanted = foldPreservingLength(word.trim())
  if (!wanted) return []
  return sources.flatMap((source) => {
    const quotes: Quote[] = []
    for (
      let at = source.text.indexOf(wanted);
      at >= 0 && quotes.length < 3;
      at = source.text.indexOf(wanted, at + wanted.length)
    ) {
      const end = at + wanted.length
      if (isLetter(source.text[at - 1]) && isLetter(wanted[0])) continue
      if (isLetter(source.text[end]) && isLetter(wanted.at(-1))) continue
      const { start, end: stop } = passageAround(source.original, { start: at, end }, around)
      quotes.push({
        where: source.where,
        ...(source.questionId ? { questionId: source.questionId } : {}),
        text: source.original.slice(start, stop),
        from: at - start,
        to: end - start,
      })
    }
    return quotes
  })
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** “No experience with ROS” does not show ROS. */
const isNegated = (quote: Quote): boolean =>
  /\b(no|not|without|never|lacking|kein|keine|keinen|ohne|nicht|geen|zonder|niet|sans|aucune?|pas de|brak|bez|sin)\s+(\S+\s+){0,3}$/u.test(
    foldPreservingLength(quote.text.slice(0, quote.from)),
  )

const saidIn = (answer: Answer): string =>
  answer.value === null || answer.kind === 'file'
    ? ''
    : answer.kind === 'yes-no'
      ? `${answer.label}: ${answer.value ? 'yes' : 'no'}`
      : Array.isArray(answer.value)
        ? answer.value.join(', ')
        : String(answer.value)

/** Lower case without accents, one sign for one sign, so that places in it are places in the original. */
const foldPreservingLength = (text: string): string =>
  Array.from(text, (sign) => {
    const bare = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return bare.length === sign.length ? bare : sign
  })
    .join('')
    .replace(/\s/g, ' ')
