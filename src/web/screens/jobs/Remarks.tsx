import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs'
import type { Remark } from '../../../jurisdictions/model/remark.ts'
import styles from './jobs.module.css'

/** What the law of the places says to a posting: what blocks first, each with its source. */
export const Remarks = ({ remarks }: { readonly remarks: readonly Remark[] }) => (
  <ul className={styles.remarks} aria-label="Remarks of the law">
    {remarks
      .toSorted((one, other) => Number(other.weight === 'blocks') - Number(one.weight === 'blocks'))
      .map((remark) => (
        <li
          key={`${remark.ruleId}${remark.place}${remark.questionId ?? ''}${remark.quote ?? ''}`}
          className={styles.remark}
        >
          <b>
            {remark.weight === 'blocks' ? <IconAlertTriangle aria-hidden /> : <IconGavel aria-hidden />}
            {remark.weight === 'blocks' ? 'Blocks publishing' : 'Look at this'}, {remark.place}
          </b>
          <span>
            {remark.quote && `“${remark.quote}”: `}
            {remark.says}
          </span>
          <span className={styles.source}>{remark.source}</span>
        </li>
      ))}
  </ul>
)
