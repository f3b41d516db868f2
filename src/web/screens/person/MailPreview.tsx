import { ActionIcon } from '@mantine/core'
import IconChevronLeft from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import { useState } from 'react'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './person.module.css'

type Mails = OutputOf<Queries, 'messaging.previewMail'>['mails']

/** What each person would get, one at a time; and who would get nothing, by reason. */
export const MailPreview = ({ mails, of }: { readonly mails: Mails; readonly of: number }) => {
  const [at, setAt] = useState(0)
  const mail = mails[Math.min(at, mails.length - 1)]!
  const stopped = Map.groupBy(
    mails.filter((one) => whyNot(one) !== undefined),
    (one) => whyNot(one)!,
  )
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <span>
          To {mail.to?.name ?? 'them'}
          {mail.to && `, ${mail.to.address}`}
        </span>
        {mails.length > 1 && (
          <span className={styles.end}>
            <ActionIcon aria-label="The one before" disabled={at === 0} onClick={() => setAt(at - 1)}>
              <IconChevronLeft />
            </ActionIcon>
            {at + 1} of {of}
            <ActionIcon
              aria-label="The next one"
              disabled={at >= mails.length - 1}
              onClick={() => setAt(at + 1)}
            >
              <IconChevronRight />
            </ActionIcon>
          </span>
        )}
      </div>
      {whyNot(mail) ? (
        <p>Gets nothing: {whyNot(mail)}</p>
      ) : (
        <>
          <b>{mail.subject}</b>
          <p>{mail.text}</p>
        </>
      )}
      {stopped.size > 0 && mails.length > 1 && (
        <ul>
          {[...stopped].map(([why, who]) => (
            <li key={why}>
              {who.length} will not get it: {why}
            </li>
          ))}
        </ul>
      )}
      {of > mails.length && (
        <small>
          The guard was asked for the first {mails.length}; it is asked for each when they are sent.
        </small>
      )}
    </div>
  )
}

/** Why someone gets nothing, or undefined. */
const whyNot = ({ verdict, overridden, missing, unknown }: Mails[number]): string | undefined => {
  if (missing.length > 0) return `${missing.join(', ')} is not known of them`
  if (unknown.length > 0) return `there is no field ${unknown.join(', ')}`
  return verdict.allowed || overridden ? undefined : verdict.says
}
