import { lexer, type Token } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { MoneyText } from '../../../design/parts/MoneyText.tsx'
import { employmentSays, workplaceSays } from '../jobs/job-words.ts'
import styles from './setup.module.css'
import type { Content } from './use-posting.ts'

/** The posting as its readers will see it, while it is written. */
export const Preview = ({
  content,
  steps,
}: {
  readonly content: Content
  readonly steps: readonly { readonly name: string; readonly durationSays?: string | null | undefined }[]
}) => (
  <article className={styles.preview} aria-label="Preview" lang={content.language}>
    <h2>{content.title}</h2>
    <p>
      {[
        content.locations.map((place) => place.city ?? place.country).join(', '),
        workplaceSays[content.workplace],
        employmentSays[content.employmentType],
      ].join(' · ')}
      {content.pay && (
        <>
          <br />
          <MoneyText from={content.pay.min} to={content.pay.max} currency={content.pay.currency} /> a{' '}
          {content.pay.period}
        </>
      )}
    </p>
    {content.summary && <p>{content.summary}</p>}
    {tokensOf(content.body).map((token, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: passages have no other name than their place.
      <Fragment key={at}>{drawn(token)}</Fragment>
    ))}
    {content.benefits && (
      <>
        <h3>What you get</h3>
        <p>{content.benefits}</p>
      </>
    )}
    <h3>How it goes on</h3>
    <ul>
      {steps.map((step) => (
        <li key={step.name}>
          {step.name}
          {step.durationSays && `: ${step.durationSays}`}
        </li>
      ))}
    </ul>
  </article>
)

const tokensOf = (body: string): Token[] => lexer(body).filter((token) => token.type !== 'space')

/** Text only: whatever markup somebody pastes is shown as it was typed, never run. */
const drawn = (token: Token): ReactNode => {
  if (token.type === 'heading') return <h3>{token.text as string}</h3>
  if (token.type === 'list')
    return (
      <ul>
        {(token.items as { text: string }[]).map((item) => (
          <li key={item.text}>{plain(item.text)}</li>
        ))}
      </ul>
    )
  return <p>{plain('text' in token ? (token.text as string) : token.raw)}</p>
}

const plain = (text: string): string => text.replace(/\*\*|__/g, '')
