import { Count } from '../../../design/parts/MoneyText.tsx'
import type { ImportShown } from './Import.tsx'
import { outcomeWords, revertedWords } from './import-words.ts'
import styles from './people-import.module.css'

/** How many rows come to what: before it runs what would, afterwards what did, after a revert what went. */
export const Totals = ({ list }: { readonly list: ImportShown }) => {
  const before = ['previewing', 'previewed'].includes(list.state)
  const counts = before ? list.foreseen : list.done
  const figures: readonly (readonly [string, number])[] = [
    ...(['added', 'joined', 'skipped', 'error'] as const).map(
      (outcome) => [outcomeWords[outcome][before ? 'would' : 'did'], counts[outcome]] as const,
    ),
    ['Perhaps on record', list.suggested],
    ...(['reverting', 'reverted'].includes(list.state)
      ? ([
          [revertedWords.removed, list.reverted.removed],
          [revertedWords['taken-back'], list.reverted.takenBack],
          [revertedWords.kept, list.reverted.kept],
        ] as const)
      : []),
  ]
  return (
    <dl className={styles.totals} aria-label={before ? 'What would happen' : 'What happened'}>
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Count of={count} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
