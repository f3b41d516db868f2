/** The currencies offered for pay, those of our offices' countries and neighbours first. */
export const currencies = [
  'EUR',
  'PLN',
  'GBP',
  'CHF',
  'DKK',
  'SEK',
  'NOK',
  'CZK',
  'HUF',
  'RON',
  'USD',
  'CAD',
  'AUD',
  'INR',
  'JPY',
]
