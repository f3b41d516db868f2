import { expect, it } from 'vitest'
import { payPacks } from '../../src/jurisdictions/model/pay-packs.ts'
import { questionRules } from '../../src/jurisdictions/model/question-rules.ts'
import type { PostingToCheck, RulePlace } from '../../src/jurisdictions/model/remark.ts'
import { questionRemarks, remarksOn } from '../../src/jurisdictions/model/remarks.ts'
import { wordingRules } from '../../src/jurisdictions/model/wording-rules.ts'
import { processorMs } from '../support/processor-time.ts'

const plain: PostingToCheck = {
  title: 'Mechatronics engineer',
  texts: ['Make arms move.'],
  places: [{ country: 'NL' }],
  workplace: 'on-site',
  remoteFrom: [],
  questions: [],
}
const full = { pay: { min: 1, max: 2 }, benefits: '25 days off', applyUntil: '2026-12-31' }
const now = { on: '2026-11-22' }
const payRules = (
  posting: Partial<PostingToCheck>,
  circumstances: { on: string; employees?: number } = now,
) =>
  remarksOn({ ...plain, ...posting }, circumstances)
    .filter((remark) => remark.ruleId.startsWith('pay-'))
    .map((remark) => `${remark.ruleId} ${remark.weight}`)

it.each(payPacks.map((pack) => [pack.place, pack] as const))(
  '%s: a posting without what its pack asks for is remarked, a full one is not',
  (_, pack) => {
    const places: RulePlace[] = [{ country: pack.country, ...(pack.region ? { region: pack.region } : {}) }]
    const at = { on: [pack.from, now.on].sort().at(-1)! }
    const weight = pack.orLater ? 'warns' : 'blocks'
    expect(payRules({ places }, at)).toEqual(pack.shows.map((field) => `${pack.id}-${field} ${weight}`))
    expect(payRules({ places, ...full }, at)).toEqual([])
    const dayBefore = new Date(Date.parse(pack.from) - 86_400_000).toISOString().slice(0, 10)
    expect(payRules({ places }, { on: dayBefore })).toEqual([])
    if (pack.employees && pack.employees > 1)
      expect(payRules({ places }, { ...at, employees: pack.employees - 1 })).toEqual([])
    expect(pack.source.length).toBeGreaterThan(10)
  },
)

it('counts remote work in the United States in every state that has a pack', () => {
  const remarks = payRules({ places: [{ country: 'US' }], workplace: 'remote' })
  expect(remarks).toContain('pay-us-co-pay blocks')
  expect(remarks).toContain('pay-us-ny-pay blocks')
  expect(payRules({ places: [{ country: 'US', region: 'TX' }], workplace: 'on-site' })).toEqual([])
  expect(payRules({ places: [{ country: 'US', region: 'TX' }], workplace: 'remote' })).toContain(
    'pay-us-co-pay blocks',
  )
  expect(payRules({ places: [{ country: 'US', region: 'Colorado' }] })).toContain(
    'pay-us-co-applyUntil blocks',
  )
})

/** [text, the rule that must hit, or nothing when it may be asked]. English, German, Dutch, French, Polish, Spanish. */
const questions: readonly (readonly [text: string, rule?: string])[] = [
  ['What is your current salary?', 'ask-pay-history'],
  ['Please give your salary history', 'ask-pay-history'],
  ['How much did you earn in your last job?', 'ask-pay-history'],
  ['Previous base pay', 'ask-pay-history'],
  ['Wie hoch ist Ihr aktuelles Gehalt? Aktuelles Gehalt in Euro', 'ask-pay-history'],
  ['Was verdienen Sie heute?', 'ask-pay-history'],
  ['Wat is uw huidige salaris?', 'ask-pay-history'],
  ['Hoeveel verdient u nu?', 'ask-pay-history'],
  ['Quel est votre salaire actuel ?', 'ask-pay-history'],
  ['Combien gagnez-vous ?', 'ask-pay-history'],
  ['Obecne wynagrodzenie', 'ask-pay-history'],
  ['¿Cuál es su salario actual?', 'ask-pay-history'],
  ['What salary do you expect?'],
  ['Welches Gehalt stellen Sie sich vor?'],
  ['Wat is uw salarisverwachting?'],
  ['Quelles sont vos prétentions salariales ?'],
  ['Jakie są oczekiwania finansowe?'],
  ['How old are you?', 'ask-age'],
  ['Date of birth', 'ask-age'],
  ['Age', 'ask-age'],
  ['Graduation year', 'ask-age'],
  ['Wie alt sind Sie?', 'ask-age'],
  ['Geburtsdatum', 'ask-age'],
  ['Hoe oud bent u?', 'ask-age'],
  ['Geboortedatum', 'ask-age'],
  ['Quel âge avez-vous ?', 'ask-age'],
  ['Date de naissance', 'ask-age'],
  ['Data urodzenia', 'ask-age'],
  ['Are you at least 18 years old?'],
  ['Sind Sie mindestens 18 Jahre alt?'],
  ['What is the average latency you reached?'],
  ['Which language would you like to use?'],
  ['Are you married?', 'ask-family'],
  ['Do you plan to have children?', 'ask-family'],
  ['Marital status', 'ask-family'],
  ['Are you pregnant?', 'ask-family'],
  ['Haben Sie Kinder?', 'ask-family'],
  ['Familienstand', 'ask-family'],
  ['Heeft u kinderen?', 'ask-family'],
  ['Burgerlijke staat', 'ask-family'],
  ['Avez-vous des enfants ?', 'ask-family'],
  ['Situation familiale', 'ask-family'],
  ['Stan cywilny', 'ask-family'],
  ['Can you work on Saturdays twice a month?'],
  ['Have you worked with children as a coach?'],
  ['Do you have a disability?', 'ask-health'],
  ['Any medical conditions we should know of?', 'ask-health'],
  ['How many sick days did you take last year?', 'ask-health'],
  ['Sind Sie schwerbehindert?', 'ask-health'],
  ['Haben Sie chronische Krankheiten?', 'ask-health'],
  ['Heeft u een beperking?', 'ask-health'],
  ['Avez-vous un handicap ?', 'ask-health'],
  ['Stan zdrowia', 'ask-health'],
  ['Do you need adjustments because of a disability for the interview?'],
  ['Describe your experience with health and safety rules'],
  ['Have you ever been convicted of a crime?', 'ask-criminal'],
  ['Sind Sie vorbestraft?', 'ask-criminal'],
  ['Casier judiciaire', 'ask-criminal'],
  ['What is your religion?', 'ask-belief-origin'],
  ['Place of birth', 'ask-belief-origin'],
  ['May you work in the Netherlands without a permit?'],
  ['Why do you want to work with robots?'],
  ['How many years have you programmed in C++?'],
  ['Link to your portfolio'],
]

it.each(questions.map(([label, rule]) => [label, rule ?? 'may be asked'] as const))(
  '“%s” → %s',
  (label, rule) => {
    const remarks = questionRemarks({ id: 'q', kind: 'short-text', label }, [{ country: 'NL' }], now)
    expect(remarks.map((remark) => remark.ruleId)).toEqual(rule === 'may be asked' ? [] : [rule])
    for (const remark of remarks) expect(remark.weight).toBe('blocks')
  },
)

it('only warns of earlier pay where no law of the place is known', () => {
  const ask = (place: RulePlace) =>
    questionRemarks({ id: 'q', kind: 'number', label: 'Current salary' }, [place], now).map(
      (remark) => remark.weight,
    )
  expect(ask({ country: 'US', region: 'TX' })).toEqual(['warns'])
  expect(ask({ country: 'US', region: 'California' })).toEqual(['blocks'])
  expect(ask({ country: 'JP' })).toEqual(['warns'])
})

const wordings: readonly (readonly [string, 'title' | 'body', string, string])[] = [
  ['word-age', 'body', 'Join our young team of engineers', 'Join our team of engineers'],
  ['word-gendered-title', 'title', 'Salesman', 'Sales representative'],
  ['word-gendered-title', 'title', 'Entwickler', 'Entwickler (m/w/d)'],
  ['word-gendered-text', 'body', 'He will lead the line', 'You will lead the line'],
  ['word-origin', 'body', 'Native English speaker', 'English at C1'],
  ['word-vague-pay', 'body', 'You earn $60,000 and up', 'You earn $60,000 to $70,000'],
  ['word-not-in-place', 'body', 'Remote, not open to residents of Colorado', 'Remote in the whole country'],
]

it.each(wordings)('%s: finds it, and leaves the neutral text alone', (rule, field, bad, good) => {
  const ids = (text: string) =>
    remarksOn(
      {
        ...plain,
        ...full,
        places: [{ country: 'US', region: 'CO' }],
        ...(field === 'title' ? { title: text } : { texts: [text] }),
      },
      now,
    ).map((remark) => remark.ruleId)
  expect(ids(bad)).toContain(rule)
  expect(ids(good)).not.toContain(rule)
})

it('tries every rule at least once in these tables', () => {
  expect(new Set(wordings.map(([rule]) => rule))).toEqual(new Set(wordingRules.map((rule) => rule.id)))
  expect(new Set(questions.flatMap(([, rule]) => rule ?? []))).toEqual(
    new Set(questionRules.map((rule) => rule.id)),
  )
})

it('reads a long hostile text quickly', () => {
  const began = processorMs()
  for (const text of [
    'your current '.repeat(8000),
    `do you have ${'a '.repeat(50_000)}`,
    '('.repeat(100_000),
  ])
    questionRemarks({ id: 'q', kind: 'long-text', label: text }, [{ country: 'NL' }], now)
  expect(processorMs() - began).toBeLessThan(500)
})
