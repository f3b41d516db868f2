import { type PayPack, payPacks } from './pay-packs.ts'
import { questionRules } from './question-rules.ts'
import { type Circumstances, isInForce, type PostingToCheck, type Remark, type RulePlace } from './remark.ts'
import { wordingRules } from './wording-rules.ts'

/** Everything the law of a posting's places says to it on a day, blocking remarks first. */
export const remarksOn = (posting: PostingToCheck, circumstances: Circumstances): readonly Remark[] =>
  [
    ...payRemarks(posting, circumstances),
    ...posting.questions.flatMap((question) => questionRemarks(question, reach(posting), circumstances)),
    ...wordingRemarks(posting),
  ].sort((a, b) => Number(a.weight === 'warns') - Number(b.weight === 'warns'))

/**
 * What may not be asked of an applicant in these places (R88). By text it warns where the law of the place
 * is not in the pack, and blocks where it is.
 */
export const questionRemarks = (
  question: PostingToCheck['questions'][number],
  places: readonly RulePlace[],
  circumstances: Circumstances,
): Remark[] => {
  const text = foldText([question.label, question.hint ?? ''].join(' \n '))
  return questionRules.flatMap((rule) => {
    const hit = rule.asks.exec(text)
    if (!hit || rule.unless?.test(text) || !isInForce(rule, circumstances)) return []
    const binds = rule.where.length === 0 || places.some((place) => isWithin(place, rule.where))
    return [
      {
        ruleId: rule.id,
        weight: binds ? ('blocks' as const) : ('warns' as const),
        says: rule.says,
        place: rule.where.length === 0 ? 'everywhere' : binds ? namesOf(places, rule.where) : 'other places',
        source: rule.source,
        field: 'form' as const,
        questionId: question.id,
        quote: hit[0].trim(),
      },
    ]
  })
}

const says: Readonly<Record<PayPack['shows'][number], (place: string) => string>> = {
  pay: (place) => `In ${place} a posting must say what the job pays, from and to.`,
  benefits: (place) => `In ${place} a posting must name the benefits.`,
  applyUntil: (place) => `In ${place} a posting must say until when one can apply.`,
}

/** Remote work reaches every state of its countries, so that each of their packs counts. */
const payRemarks = (posting: PostingToCheck, circumstances: Circumstances): Remark[] =>
  payPacks
    .filter((pack) => isInForce(pack, circumstances) && reaches(posting, pack))
    .flatMap((pack) =>
      pack.shows
        .filter((field) => !posting[field])
        .map((field) => ({
          ruleId: `${pack.id}-${field}`,
          weight: pack.orLater ? ('warns' as const) : ('blocks' as const),
          says: pack.orLater
            ? `In ${pack.place} people must know the pay before their first interview; the simplest place is the posting.`
            : says[field](pack.place),
          place: pack.place,
          source: pack.source,
          field,
        })),
    )

const reaches = (posting: PostingToCheck, pack: PayPack): boolean =>
  reach(posting).some(
    (place) =>
      place.country === pack.country &&
      (pack.region === undefined ||
        regionOf(place) === pack.region ||
        (posting.workplace === 'remote' && place.region === undefined)),
  )

const reach = (posting: PostingToCheck): readonly RulePlace[] =>
  posting.workplace === 'remote'
    ? [
        ...posting.places,
        ...(posting.remoteFrom.length > 0
          ? posting.remoteFrom
          : posting.places.map((place) => place.country)
        ).map((country) => ({ country })),
      ]
    : posting.places

const wordingRemarks = (posting: PostingToCheck): Remark[] =>
  wordingRules
    .filter((rule) => rule.where.length === 0 || reach(posting).some((place) => isWithin(place, rule.where)))
    .flatMap((rule) => {
      const text = foldText(rule.field === 'title' ? posting.title : posting.texts.join(' \n '))
      const hit = rule.finds.exec(text)
      return hit && !rule.unless?.test(text)
        ? [
            {
              ruleId: rule.id,
              weight: rule.weight,
              says: rule.says,
              place: rule.where.length === 0 ? 'everywhere' : namesOf(reach(posting), rule.where),
              source: rule.source,
              field: rule.field,
              quote: hit[0].trim(),
            },
          ]
        : []
    })

const isWithin = (place: RulePlace, where: readonly string[]): boolean =>
  where.includes(place.country) || where.includes(`${place.country}-${regionOf(place)}`)

const namesOf = (places: readonly RulePlace[], where: readonly string[]): string =>
  [
    ...new Set(
      places
        .filter((place) => isWithin(place, where))
        .map((place) => (place.region ? `${place.country}-${place.region}` : place.country)),
    ),
  ].join(', ')

/** States written out count as their two letters: postings are written by people. */
const regionOf = (place: RulePlace): string | undefined => {
  const region = place.region?.trim()
  if (place.country !== 'US' || !region) return region
  return states[region.toLowerCase()] ?? region.toUpperCase().replace(/^US-/, '')
}

const states: Readonly<Record<string, string>> = {
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  hawaii: 'HI',
  illinois: 'IL',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  minnesota: 'MN',
  nevada: 'NV',
  'new jersey': 'NJ',
  'new york': 'NY',
  oregon: 'OR',
  'puerto rico': 'PR',
  'rhode island': 'RI',
  vermont: 'VT',
  washington: 'WA',
}

/** Lower case, without accents, spaces single: what the rules' expressions are written for. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/[’`´]/g, "'")
    .replace(/[ \t]+/g, ' ')
