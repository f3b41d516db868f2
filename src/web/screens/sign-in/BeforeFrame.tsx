import type { ReactNode } from 'react'
import { Logo } from '../../frame/Logo.tsx'
import styles from './before-frame.module.css'

/** What stands round a page before the frame: the name above, what is asked in the middle. */
export const BeforeFrame = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.page}>
    <header className={styles.top}>
      <Logo />
      Throughline
    </header>
    {children}
  </div>
)
