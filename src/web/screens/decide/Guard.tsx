import { shortText } from '../../../design/dates.ts'
import { Name } from '../../../design/parts/Face.tsx'
import { useReader } from '../../../design/reader.ts'
import styles from './decide.module.css'
import { templateSays } from './template-words.ts'
import type { usePreview } from './use-preview.ts'

/** What will happen, before it does: who is decided on, who gets which letter when, who not and why. */
export const Guard = ({ preview }: { readonly preview: ReturnType<typeof usePreview> }) => {
  const reader = useReader()
  const said = preview.data
  if (preview.error) return <div className={styles.guard}>{preview.error.refusal.says}</div>
  if (!said) return <div className={styles.guard}>Looking at who this reaches…</div>
  return (
    <div className={styles.guard} role="status">
      <b>
        {said.will === 1 ? 'One person' : `${said.will} people`}
        {said.skipped.length > 0 ? `; ${said.skipped.length} left out` : ''}
      </b>
      {said.mail ? (
        <span>
          {said.mail.count} will get “{templateSays(said.mail.template)}”. The letter waits until{' '}
          {shortText(new Date(said.mail.sendAfter), new Date(), reader)} and can be cancelled until then.
        </span>
      ) : (
        <span>No mail goes out.</span>
      )}
      <Left rows={said.mail?.without ?? []} />
      <Left rows={said.skipped} />
    </div>
  )
}

const Left = ({
  rows,
}: {
  readonly rows: readonly {
    readonly applicationId: string
    readonly name: string | null
    readonly says: string
  }[]
}) =>
  rows.length > 0 ? (
    <ul>
      {rows.slice(0, 5).map((row) => (
        <li key={row.applicationId}>
          {row.name && <Name>{row.name}</Name>}
          {row.name && ': '}
          {row.says}
        </li>
      ))}
      {rows.length > 5 && <li>and {rows.length - 5} more</li>}
    </ul>
  ) : null
