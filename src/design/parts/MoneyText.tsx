import { useReader } from '../reader.ts'

/** An amount in whole units of its currency (not cents), or a range, in the reader's way of writing. */
export const MoneyText = ({
  from,
  to,
  currency,
}: {
  readonly from: number
  readonly to?: number
  readonly currency: string
}) => {
  const whole = Number.isInteger(from) && (to === undefined || Number.isInteger(to))
  const format = new Intl.NumberFormat(useReader().locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  })
  return <>{to === undefined ? format.format(from) : format.formatRange(from, to)}</>
}

/** A count with the reader's separators. */
export const Count = ({ of }: { readonly of: number }) => (
  <>{new Intl.NumberFormat(useReader().locale).format(of)}</>
)
