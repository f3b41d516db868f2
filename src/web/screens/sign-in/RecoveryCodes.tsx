import { Button } from '@mantine/core'
import { useState } from 'react'
import styles from './sign-in.module.css'

/** The codes for a lost phone, shown once. */
export const RecoveryCodes = ({
  codes,
  done,
}: {
  readonly codes: readonly string[]
  readonly done: () => void
}) => {
  const [copied, setCopied] = useState(false)
  return (
    <div className={styles.form}>
      <ol className={styles.codes} aria-label="Recovery codes">
        {codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        <Button variant="filled" onClick={done}>
          I have kept them
        </Button>
        <Button
          onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  )
}
