import type { InForce } from './remark.ts'

/** What a posting must show about pay, in one place. Read on 2026-11-22; look again at each release. */
export interface PayPack extends InForce {
  readonly id: string
  readonly place: string
  readonly country: string
  readonly region?: string
  readonly shows: readonly ('pay' | 'benefits' | 'applyUntil')[]
  readonly source: string
  /** The range may come later than in the posting (before the interview): a warning, not a block. */
  readonly orLater?: true
}

const us = (pack: Omit<PayPack, 'country'>): PayPack => ({ ...pack, country: 'US' })

const eu = (country: string, place: string, from: string, source: string): PayPack => ({
  id: `pay-${country.toLowerCase()}`,
  place,
  country,
  from,
  shows: ['pay'],
  source,
  orLater: true,
})

const directive = 'Directive (EU) 2023/970, Article 5(1)'

export const payPacks: readonly PayPack[] = [
  us({
    id: 'pay-us-co',
    place: 'Colorado',
    region: 'CO',
    from: '2021-01-01',
    employees: 1,
    shows: ['pay', 'benefits', 'applyUntil'],
    source: 'Colorado Equal Pay for Equal Work Act, C.R.S. 8-5-201',
  }),
  us({
    id: 'pay-us-ca',
    place: 'California',
    region: 'CA',
    from: '2023-01-01',
    employees: 15,
    shows: ['pay'],
    source: 'California Labor Code 432.3 (SB 1162, SB 642)',
  }),
  us({
    id: 'pay-us-wa',
    place: 'Washington',
    region: 'WA',
    from: '2023-01-01',
    employees: 15,
    shows: ['pay', 'benefits'],
    source: 'Washington Equal Pay and Opportunities Act, RCW 49.58.110',
  }),
  us({
    id: 'pay-us-ny',
    place: 'New York State',
    region: 'NY',
    from: '2023-09-17',
    employees: 4,
    shows: ['pay'],
    source: 'New York Labor Law 194-b',
  }),
  us({
    id: 'pay-us-il',
    place: 'Illinois',
    region: 'IL',
    from: '2025-01-01',
    employees: 15,
    shows: ['pay', 'benefits'],
    source: 'Illinois Equal Pay Act, 820 ILCS 112/10 (HB 3129)',
  }),
  us({
    id: 'pay-us-md',
    place: 'Maryland',
    region: 'MD',
    from: '2024-10-01',
    shows: ['pay', 'benefits'],
    source: 'Maryland Labor and Employment 3-304.2',
  }),
  us({
    id: 'pay-us-hi',
    place: 'Hawaii',
    region: 'HI',
    from: '2024-01-01',
    employees: 50,
    shows: ['pay'],
    source: 'Hawaii Act 203 (2023), HRS 378',
  }),
  us({
    id: 'pay-us-dc',
    place: 'District of Columbia',
    region: 'DC',
    from: '2024-06-30',
    employees: 1,
    shows: ['pay'],
    source: 'D.C. Code 32-1451 to 32-1457',
  }),
  us({
    id: 'pay-us-mn',
    place: 'Minnesota',
    region: 'MN',
    from: '2025-01-01',
    employees: 30,
    shows: ['pay', 'benefits'],
    source: 'Minnesota Statutes 181.173',
  }),
  us({
    id: 'pay-us-nj',
    place: 'New Jersey',
    region: 'NJ',
    from: '2025-06-01',
    employees: 10,
    shows: ['pay', 'benefits'],
    source: 'New Jersey N.J.S.A. 34:6B-23',
  }),
  us({
    id: 'pay-us-vt',
    place: 'Vermont',
    region: 'VT',
    from: '2025-07-01',
    employees: 5,
    shows: ['pay'],
    source: 'Vermont 21 V.S.A. 495t',
  }),
  us({
    id: 'pay-us-ma',
    place: 'Massachusetts',
    region: 'MA',
    from: '2025-10-29',
    employees: 25,
    shows: ['pay'],
    source: 'Massachusetts G.L. c. 149, s. 105F',
  }),
  eu('PL', 'Poland', '2025-12-24', `${directive}; Polish Labour Code, Article 18-3ca`),
  eu('NL', 'the Netherlands', '2027-01-01', `${directive}; Dutch transposition`),
  // Countries whose own law is late: the directive's day, as what is expected of employers.
  ...(
    [
      ['AT', 'Austria'],
      ['BE', 'Belgium'],
      ['BG', 'Bulgaria'],
      ['CY', 'Cyprus'],
      ['CZ', 'Czechia'],
      ['DE', 'Germany'],
      ['DK', 'Denmark'],
      ['EE', 'Estonia'],
      ['ES', 'Spain'],
      ['FI', 'Finland'],
      ['FR', 'France'],
      ['GR', 'Greece'],
      ['HR', 'Croatia'],
      ['HU', 'Hungary'],
      ['IE', 'Ireland'],
      ['IT', 'Italy'],
      ['LT', 'Lithuania'],
      ['LU', 'Luxembourg'],
      ['LV', 'Latvia'],
      ['MT', 'Malta'],
      ['PT', 'Portugal'],
      ['RO', 'Romania'],
      ['SE', 'Sweden'],
      ['SI', 'Slovenia'],
      ['SK', 'Slovakia'],
    ] as const
  ).map(([country, place]) => eu(country, place, '2026-06-07', directive)),
]
