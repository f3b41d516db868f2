import styles from './frame.module.css'

/** The mark: one thread through one knot, warm above, cool below. */
export const Logo = () => (
  <svg className={styles.logo} viewBox="0 0 16 16" aria-hidden="true">
    <defs>
      <linearGradient id="thread" x1="0" y1="0" x2="0" y2="16" gradientUnits="userSpaceOnUse">
        <stop offset=".42" stopColor="var(--crm)" />
        <stop offset=".58" stopColor="var(--ats)" />
      </linearGradient>
    </defs>
    <rect x="7" y="0" width="2" height="16" rx="1" fill="url(#thread)" />
    <circle cx="8" cy="8" r="3.5" fill="var(--surface-sunken)" stroke="url(#thread)" strokeWidth="2" />
  </svg>
)
