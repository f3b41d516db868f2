import { Button } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { BeforeFrame } from './BeforeFrame.tsx'
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
    <BeforeFrame>
      <main className={styles.middle}>
        <h1>{title}</h1>
        {says && <p>{says}</p>}
        {children}
      </main>
    </BeforeFrame>
  )
}

/** A form with one act; its refusal stands above what was filled in. */
export const SignInForm = ({
  act,
  asks,
  onSubmit,
  beside,
  children,
}: {
  /** What its button says. */
  readonly act: string
  readonly asks: { readonly refusal?: string | undefined; readonly running: boolean }
  readonly onSubmit: () => void
  /** What stands beside the button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}) => (
  <form
    className={styles.form}
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {asks.refusal && <Refused>{asks.refusal}</Refused>}
    {children}
    <div className={styles.acts}>
      <Button type="submit" variant="filled" loading={asks.running}>
        {act}
      </Button>
      {beside}
    </div>
  </form>
)
