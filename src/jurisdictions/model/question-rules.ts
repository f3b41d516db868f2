import type { InForce } from './remark.ts'

/** A subject that may not be asked about before an offer, with the words that give it away. */
export interface QuestionRule extends InForce {
  readonly id: string
  readonly subject: string
  /** Countries (ISO) or regions (`US-CA`) where it holds; empty is everywhere. */
  readonly where: readonly string[]
  readonly source: string
  readonly says: string
  /** One expression over folded text (lower case, without accents), in English, German, French, Dutch, Polish, Spanish. */
  readonly asks: RegExp
  /** Texts that the expression hits but that may be asked. */
  readonly unless?: RegExp
}

const euAndUk = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const

export const questionRules: readonly QuestionRule[] = [
  {
    id: 'ask-pay-history',
    subject: 'earlier pay',
    from: '2018-01-01',
    where: [
      ...euAndUk,
      ...[
        'CA',
        'CO',
        'CT',
        'DE',
        'HI',
        'IL',
        'ME',
        'MD',
        'MA',
        'MN',
        'NV',
        'NJ',
        'NY',
        'OR',
        'RI',
        'VT',
        'WA',
        'DC',
        'PR',
      ].map((state) => `US-${state}`),
    ],
    source:
      'Directive (EU) 2023/970, Article 5(2); pay history laws of US states (such as California Labor Code 432.3)',
    says: 'Don’t ask what somebody earns or earned. You may ask what they expect.',
    asks: /\b(current|present|previous|prior|last|past|most recent) (annual |base |monthly |gross |net )?(salary|pay|wages?|compensation|earnings|income|remuneration|ctc)\b|\b(salary|pay|wage|compensation|earnings) (history|in your (current|last|previous))|\bhow much (do|did) you (currently )?(earn|make)\b|\bwhat (do|did) you (currently )?(earn|make)\b|\b(aktuelles|derzeitiges|bisheriges|letztes|jetziges) (\w+)?gehalt\b|\bwas verdien(en|ten) sie\b|\bgehaltshistorie\b|\b(salaire|remuneration) (actuel|actuelle|precedente?|dernier)\b|\bcombien gagn(ez|iez)[ -]vous\b|\b(huidige?|vorige?|laatste?) (bruto |netto )?(salaris|loon|inkomen)\b|\bhoeveel verdien(t|de|en)\b|\b(obecne|aktualne|poprzednie|dotychczasowe) (wynagrodzenie|zarobki|pensja)\b|\bile (pan|pani|pan\/pani)? ?(obecnie )?zarabia\w*|\b(salario|sueldo|remuneracion) (actual|anterior|previo)\b|\bcuanto gana\w*/,
  },
  {
    id: 'ask-age',
    subject: 'age',
    from: '2000-12-02',
    where: [],
    source: 'Directive 2000/78/EC; UK Equality Act 2010; ADEA (29 U.S.C. 623); state laws',
    says: 'Don’t ask for age or day of birth. If the law sets a least age, ask only whether they are that old.',
    asks: /\bhow old are you\b|\byour age\b|^age\b|\b(date|year|day) of birth\b|\bbirth ?(date|day|year)\b|\bwhen were you born\b|\b(year of (high school )?graduation|graduation year)\b|\bwie alt\b|\bihr alter\b|^alter\b|\bgeburts(datum|tag|jahr)\b|\bquel age\b|\bdate de naissance\b|\bvotre age\b|\bhoe oud\b|\bgeboorte(datum|jaar|dag)\b|\bleeftijd\b|\bile (ma pan|ma pani|masz) lat\b|\bdata urodzenia\b|\brok urodzenia\b|\bwiek\b|\b(fecha|ano) de nacimiento\b|\bque edad\b|\bcuantos anos tiene/,
    unless:
      /\bare you (at least|over|older than) (1[4-9]|21)\b|\bmindestens (1[4-9]|21)\b|\b(minstens|ten minste) (1[4-9]|21)\b|\bat least 18 years\b|\bau moins 18 ans\b/,
  },
  {
    id: 'ask-family',
    subject: 'family',
    from: '2000-12-02',
    where: [],
    source:
      'Directive 2006/54/EC; UK Equality Act 2010; Title VII and the Pregnancy Discrimination Act (42 U.S.C. 2000e)',
    says: 'Don’t ask about partners, children, pregnancy or plans for a family. Ask whether the hours suit.',
    asks: /\bare you (married|single|divorced|pregnant|engaged|a parent)\b|\bmarital status\b|\b(do|will|did) you (have|plan|want|intend)\b.{0,30}\b(children|kids|a family|a baby)\b|\b(number of|how many|any) (children|kids|dependants|dependents)\b|\bpregnan(t|cy)\b|\bchild ?care arrangements?\b|\bmaiden name\b|\bspouse\b|\bfamilienstand\b|\bverheiratet\b|\bschwanger\w*|\bhaben sie kinder\b|\bkinderwunsch\b|\bkinderzahl\b|\bsituation (familiale|matrimoniale)\b|\bavez[ -]vous des enfants\b|\benceinte\b|\bmarie\(?e?\)?\b|\bburgerlijke staat\b|\bgetrouwd\b|\bzwanger\w*|\bheeft u kinderen\b|\bkinderwens\b|\bstan cywilny\b|\bczy (ma|masz|posiada) .{0,12}dzieci\b|\bciaz[ay]\b|\bestado civil\b|\btiene hijos\b|\bembarazada\b/,
  },
  {
    id: 'ask-health',
    subject: 'health or disability',
    from: '1992-07-26',
    where: [],
    source: 'ADA (42 U.S.C. 12112(d)); Directive 2000/78/EC; UK Equality Act 2010, section 60',
    says: 'Don’t ask about health or disability before an offer. Ask what somebody needs for the interview, on a page of its own.',
    asks: /\b(do|did) you have (a |any )?(disabilit|medical|health|chronic|mental|illness)\w*|\bdisabilit(y|ies)\b|\bmedical (history|condition|conditions|record|records)\b|\bstate of health\b|\bhealth (problems?|conditions?|issues?|status)\b|\bhow many sick days\b|\bdays (of )?(sick|illness)\b|\bare you (disabled|healthy|ill)\b|\bmedication\b|\b(smoke|smoker)\b|\bschwerbehinder\w*|\bbehinderung\b|\bkrankheit(en|stage)?\b|\bgesundheitszustand\b|\bhandicap\b|\betat de sante\b|\bmaladies?\b|\bhandicape\w*|\bgezondheid(stoestand)?\b|\bziekte(dagen|verzuim|n)?\b|\bbeperking(en)?\b|\bniepelnosprawn\w*|\bstan zdrowia\b|\bchoroby?\b|\bdiscapacidad\b|\bestado de salud\b|\benfermedad(es)?\b/,
    unless:
      /\b(adjustments?|accommodations?|aanpassingen|amenagements?)\b.{0,60}\b(interview|process|gesprek|entretien)\b|\bhealth and safety\b|\bmedical device/,
  },
  {
    id: 'ask-criminal',
    subject: 'criminal record',
    from: '2018-01-01',
    where: ['US-CA', 'US-NY', 'US-IL', 'US-NJ', 'US-MA', 'US-WA', 'US-CO', 'US-DC', ...euAndUk],
    source: 'California Fair Chance Act, NYC Fair Chance Act, Illinois JOQAA; GDPR Article 10',
    says: 'Don’t ask about a criminal record in an application. Where the law allows it, it comes after a conditional offer.',
    asks: /\b(criminal|arrest) (record|history|background|convictions?)\b|\bconvicted\b|\bconvictions?\b|\bbeen arrested\b|\bfelon(y|ies)\b|\bvorbestraft\b|\bvorstrafen?\b|\bfuhrungszeugnis\b|\bcasier judiciaire\b|\bstrafblad\b|\bveroordeeld\b|\bkaraln\w*|\bantecedentes penales\b/,
  },
  {
    id: 'ask-belief-origin',
    subject: 'religion, origin or sexual orientation',
    from: '2000-12-02',
    where: [],
    source: 'Directives 2000/43/EC and 2000/78/EC; Title VII (42 U.S.C. 2000e-2)',
    says: 'Don’t ask about religion, origin, birthplace or sexual orientation. You may ask whether somebody may work in the country.',
    asks: /\b(your|what is your) (religion|faith|race|ethnicity|ethnic origin|native language|mother tongue|sexual orientation)\b|\bwhere were you born\b|\bplace of birth\b|\bcountry of (birth|origin)\b|\bwhat church\b|\bsexual orientation\b|\bkonfession\b|\breligionszugehorigkeit\b|\bgeburtsort\b|\bmuttersprache\b|\bvotre religion\b|\blieu de naissance\b|\bgodsdienst\b|\bgeboorteplaats\b|\bwyznanie\b|\bmiejsce urodzenia\b|\blugar de nacimiento\b/,
  },
]
