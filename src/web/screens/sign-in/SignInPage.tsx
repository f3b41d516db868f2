import type { FormEvent, ReactNode } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { Logo } from '../../frame/Logo.tsx'
import { usePageTitle } from '../../frame/use-page-title.ts'
import styles from './sign-in.module.css'

/** A page before the frame: one question, one answer. */
export const SignInPage = ({
  title,
  says,
  children,
}: {
  readonly title: string
  readonly says?: ReactNode
  readonly children: ReactNode
}) => {
  usePageTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Logo />
        Throughline
      </header>
      <main className={styles.middle}>
        <h1>{title}</h1>
        {says && <p>{says}</p>}
        {children}
      </main>
    </div>
  )
}

/** A form whose refusal stands above its button. */
export const SignInForm = ({
  refusal,
  onSubmit,
  children,
}: {
  readonly refusal?: string | undefined
  readonly onSubmit: () => void
  readonly children: ReactNode
}) => (
  <form
    className={styles.form}
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {refusal && <Refused>{refusal}</Refused>}
    {children}
  </form>
)
