import IconZzz from '@tabler/icons-react/dist/esm/icons/IconZzz.mjs'
import { useReader } from '../../../design/reader.ts'
import { readinessWords, type Said, snoozeWords } from './pool-words.ts'
import styles from './pools.module.css'

/** When somebody would move, and until when they are let be. */
export const ReadinessText = ({ said }: { readonly said: Said }) => {
  const reader = useReader()
  const now = new Date()
  const words = readinessWords(said, now, reader)
  return (
    <span className={styles.readiness}>
      {words ?? <span className={styles.unknown}>Not known</span>}
      {said.snoozedUntil && (
        <small>
          <IconZzz aria-hidden />
          {snoozeWords(said.snoozedUntil, now, reader)}
        </small>
      )}
    </span>
  )
}
