import { NumberInput, Select } from '@mantine/core'
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
  const set = (part: Partial<Pay>) => {
    const next = { min: 0, max: 0, currency: 'EUR', period: 'year' as const, ...value, ...part }
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
        value={value?.currency ?? 'EUR'}
        disabled={!!disabled}
        allowDeselect={false}
        searchable
        onChange={(currency) => set({ currency: currency ?? 'EUR' })}
      />
      <Select
        label="per"
        data={['year', 'month', 'week', 'day', 'hour']}
        value={value?.period ?? 'year'}
        disabled={!!disabled}
        allowDeselect={false}
        onChange={(period) => set({ period: (period ?? 'year') as Pay['period'] })}
      />
    </div>
  )
}
