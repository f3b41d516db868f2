import { UnstyledButton } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './filters.module.css'
import { Count } from './MoneyText.tsx'

/** The line of filters over a list. */
export const FilterChips = ({ children }: { readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form; these filter at once.
  <div className={styles.chips} role="group" aria-label="Filters" data-scrolls>
    {children}
  </div>
)

/** A filter one press away, with how many it would leave; pressed it is chosen and shows a cross. */
export const FilterChip = ({
  label,
  says,
  count,
  on = false,
  onToggle,
}: {
  readonly label: ReactNode
  /** The value chosen, after the label: "any of 5". */
  readonly says?: ReactNode
  readonly count?: number
  readonly on?: boolean
  readonly onToggle: () => void
}) => (
  <UnstyledButton className={styles.chip} data-on={on || undefined} aria-pressed={on} onClick={onToggle}>
    {on ? <b>{label}</b> : <span>{label}</span>}
    {says}
    {count !== undefined && !on && (
      <span className={styles.count}>
        <Count of={count} />
      </span>
    )}
    {on && <IconX aria-hidden />}
  </UnstyledButton>
)

/** The dashed chip that opens the other filters; wrap it in a Menu or Popover target. */
export const AddFilter = (props: ComponentPropsWithRef<'button'>) => (
  <UnstyledButton {...props} className={styles.chip} data-open>
    <IconPlus aria-hidden />
    Filter
  </UnstyledButton>
)
