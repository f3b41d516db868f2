/** Words in a posting that say, or seem to say, who need not apply. They warn; a person decides. */
export interface WordingRule {
  readonly id: string
  readonly field: 'title' | 'body'
  readonly weight: 'blocks' | 'warns'
  readonly where: readonly string[]
  readonly source: string
  readonly says: string
  readonly finds: RegExp
  readonly unless?: RegExp
}

export const wordingRules: readonly WordingRule[] = [
  {
    id: 'word-age',
    field: 'body',
    weight: 'warns',
    where: [],
    source: 'Directive 2000/78/EC; ADEA (29 CFR 1625.4)',
    says: 'This can read as “no older people”. Say what the work needs instead.',
    finds:
      /\b(young (team|and|professional|talent|people|company|dynamic)|youthful|digital native|recent graduates? only|maximum age|under (25|30|35|40)|junges? (team|unternehmen)|jeune (equipe|diplome)|jong (team|en dynamisch)|mlody zespol|equipo joven)\b/,
  },
  {
    id: 'word-gendered-title',
    field: 'title',
    weight: 'warns',
    where: [],
    source: 'Directive (EU) 2023/970, Article 5(3); Directive 2006/54/EC; German AGG section 11',
    says: 'The title names one sex. Use a neutral one, or name all.',
    finds:
      /\b(salesman|saleswoman|waitress|waiter|chairman|foreman|craftsman|repairman|handyman|cameraman|stewardess|hostess|cleaning lady|tea lady|manageress|girl friday|businessman)\b|\b(krankenschwester|putzfrau|kaufmann|sekretarin|hausmeister|zimmermadchen|verkauferin|verkaufer|mitarbeiter|ingenieur|entwickler)\b|\b(secretaresse|werkster|timmerman|verpleegster)\b/,
    unless: /\((m|w|f|d|x)(\s?[/|*]\s?(m|w|f|d|x))+\)|[*:_]in\b|\/-?in\b|\/(frau|mann)\b/,
  },
  {
    id: 'word-gendered-text',
    field: 'body',
    weight: 'warns',
    where: [],
    source: 'Directive 2006/54/EC; EEOC guidance on recruitment (Title VII)',
    says: 'This names one sex. Write it for everybody.',
    finds:
      /\b(he will|she will|his duties|her duties|he must|she must|the right (man|guy|girl|lady)|strong man|gentlemen|male (candidates?|applicants?)|female (candidates?|applicants?)|guys who)\b/,
  },
  {
    id: 'word-origin',
    field: 'body',
    weight: 'warns',
    where: [],
    source: 'Directive 2000/43/EC; Title VII (42 U.S.C. 2000e-2)',
    says: 'Being a native speaker is an origin, not a skill. Name the level, such as C1.',
    finds:
      /\b(native (english|german|dutch|french|polish|spanish)?\s?speakers?|mother tongue|muttersprachler\w*|deutsch als muttersprache|langue maternelle|moedertaalspreker|nativo)\b/,
  },
  {
    id: 'word-not-in-place',
    field: 'body',
    weight: 'blocks',
    where: ['US', 'US-CO'],
    source: 'Colorado EPT Rules, 7 CCR 1103-13, 4.3(B)',
    says: 'Remote work may not leave out one state to avoid its pay law. Take the sentence out.',
    finds:
      /\b(not (open|available) (to|in|for) (residents? of )?colorado|except colorado|excluding colorado|cannot (be )?(hire|perform)\w* in colorado|no colorado)\b/,
  },
  {
    id: 'word-vague-pay',
    field: 'body',
    weight: 'warns',
    where: ['US'],
    source: 'Colorado EPT Rules, 7 CCR 1103-13, 4.1.2; California Labor Code 432.3',
    says: 'An open end such as “and up” is no range. Give both ends.',
    finds:
      /[$€£]\s?\d[\d,.]*k?\s?(and up|or more|\+|plus)(?=\s|$|[.,;])|\b(up to|from) [$€£]\s?\d[\d,.]*k?\b/,
  },
]
