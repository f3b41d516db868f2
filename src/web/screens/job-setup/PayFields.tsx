import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import type { Pay } from '../../../ats/model/job.ts'
import { currencies } from '../jobs/currencies.ts'
import styles from './setup.module.css'

/** A range of pay; empty is none. */
export const PayFields = ({
  value,
  disabled,
  onChange,
}: {
  readonly value: Pay | null | undefined
  readonly disabled?: boolean
  readonly onChange: (pay: Pay | null) => void
}) => {
  // Whoever chooses the currency first finds it still chosen when the sums follow.
  const [unit, setUnit] = useState<Pick<Pay, 'currency' | 'period'>>({ currency: 'EUR', period: 'year' })
  const { currency, period } = value ?? unit
  const set = (part: Partial<Pay>) => {
    const next: Pay = { min: 0, max: 0, currency, period, ...value, ...part }
    setUnit(next)
    onChange(next.min === 0 && next.max === 0 ? null : next)
  }
  return (
    <div className={styles.pay}>
      <NumberInput
        label="Pay from"
        value={value?.min ?? ''}
        disabled={!!disabled}
        min={0}
        thousandSeparator
        hideControls
        onChange={(min) => set({ min: Number(min) || 0 })}
      />
      <NumberInput
        label="to"
        value={value?.max ?? ''}
        disabled={!!disabled}
        min={0}
        thousandSeparator
        hideControls
        onChange={(max) => set({ max: Number(max) || 0 })}
      />
      <Select
        label="Currency"
        data={currencies}
        value={currency}
        disabled={!!disabled}
        allowDeselect={false}
        searchable
        onChange={(currency) => set({ currency: currency ?? 'EUR' })}
      />
      <Select
        label="per"
        data={['year', 'month', 'week', 'day', 'hour']}
        value={period}
        disabled={!!disabled}
        allowDeselect={false}
        onChange={(period) => set({ period: (period ?? 'year') as Pay['period'] })}
      />
    </div>
  )
}
