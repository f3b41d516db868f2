import type { Reader } from './reader.ts'

/** What a posting promises to pay, exactly as published; amounts in whole or decimal units of the currency. */
export type Pay = {
  /** ISO 4217. */
  readonly currency: string
  readonly least: number
  readonly most: number
  readonly per: 'hour' | 'day' | 'week' | 'month' | 'year'
  /** What belongs to the figure: gross, bonus, holiday pay. */
  readonly remark?: string
}

/** The range in the reader's numbers: €62,000 – €78,000. The period is added where it is not a year or is asked for. */
export const payText = (
  pay: Pay,
  reader: Reader,
  periods: Readonly<Record<Pay['per'], string>>,
  always = false,
): string => {
  const amount = new Intl.NumberFormat(reader.locale, {
    style: 'currency',
    currency: pay.currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  const figure =
    pay.least === pay.most
      ? amount.format(pay.least)
      : `${amount.format(pay.least)}\u00a0– ${amount.format(pay.most)}`
  return pay.per === 'year' && !always ? figure : `${figure} ${periods[pay.per]}`
}

/** What a year, month … is called after a figure. */
export const englishPeriods: Readonly<Record<Pay['per'], string>> = {
  hour: 'an hour',
  day: 'a day',
  week: 'a week',
  month: 'a month',
  year: 'a year',
}
