import { Select, Switch, TextInput } from '@mantine/core'
import { lettersOf, reasonsOfProduct } from '../../../ats/model/reason.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { templateSays } from '../decide/template-words.ts'
import { RowTools } from '../job-setup/RowTools.tsx'
import type { ListedReason } from './reason-rows.ts'
import styles from './settings.module.css'

/** One reason: its key, its words, its letter, whether it is in use, its place. */
export const ReasonRow = ({
  reason,
  digit,
  onChange,
  onUp,
  onDown,
  onRemove,
}: {
  readonly reason: ListedReason
  readonly digit: number | undefined
  readonly onChange: (part: Partial<ListedReason>) => void
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
  readonly onRemove: (() => void) | null
}) => {
  const { says, side, retired, templateKey } = reason
  const name = says || 'the new reason'
  const letters = [...new Set([...lettersOf[side], templateKey])]
  return (
    <li className={styles.reason} data-retired={retired || undefined}>
      <span className={styles.digit}>{digit && <KeyCap keys={String(digit)} />}</span>
      <TextInput
        className={styles.says}
        aria-label={says ? `Words of ${says}` : 'Words of the new reason'}
        placeholder="In a few words"
        value={says}
        maxLength={120}
        required
        autoFocus={reason.code === undefined && says === ''}
        onChange={(event) => onChange({ says: event.currentTarget.value })}
      />
      <Select
        className={styles.letter}
        aria-label={`Letter for ${name}`}
        data={letters.map((key) => ({ value: key ?? 'none', label: key ? templateSays(key) : 'No letter' }))}
        value={templateKey ?? 'none'}
        disabled={letters.length === 1}
        allowDeselect={false}
        onChange={(key) => onChange({ templateKey: key === 'none' ? null : key })}
      />
      <span className={styles.use}>
        {reason.code !== undefined && reasonsOfProduct.includes(reason.code) ? (
          <Chip>Given by the product</Chip>
        ) : (
          <Switch
            label="In use"
            aria-label={`${name} is in use`}
            checked={!retired}
            onChange={(event) => onChange({ retired: !event.currentTarget.checked })}
          />
        )}
      </span>
      <RowTools name={name} onUp={onUp} onDown={onDown} onRemove={onRemove} />
    </li>
  )
}
