import { UnstyledButton } from '@mantine/core'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { type ElementType, Fragment, type ReactNode } from 'react'
import { Count } from './MoneyText.tsx'
import styles from './page.module.css'

/** A page: its header, lines under it, a body that scrolls and a bottom bar, in this order as children. */
export const Page = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.page}>{children}</div>
)

/** The one header line: where I am, the views of it, the acts. `crumbs` are links to what stands above. */
export const PageHeader = ({
  title,
  crumbs = [],
  pills,
  children,
}: {
  readonly title: ReactNode
  readonly crumbs?: readonly ReactNode[]
  readonly pills?: ReactNode
  /** The acts at the right. */
  readonly children?: ReactNode
}) => (
  // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: inside main it is no banner.
  <header className={styles.header} role="presentation">
    {crumbs.length > 0 && (
      <span className={styles.crumbs}>
        {crumbs.map((crumb, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is what a crumb is.
          <Fragment key={at}>
            {crumb}
            <IconChevronRight aria-hidden />
          </Fragment>
        ))}
      </span>
    )}
    <h1 tabIndex={-1}>{title}</h1>
    {pills}
    {children && <div className={styles.actions}>{children}</div>}
  </header>
)

/** A line of controls under the header: search, filters. */
export const PageLine = ({ ruled, children }: { readonly ruled?: boolean; readonly children: ReactNode }) => (
  <div className={styles.line} data-ruled={ruled || undefined}>
    {children}
  </div>
)

/** The part of the page that scrolls. */
export const PageBody = ({
  padded,
  children,
}: {
  readonly padded?: boolean
  readonly children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
  <div className={styles.body} data-padded={padded || undefined} tabIndex={0} role="presentation">
    {children}
  </div>
)

/** What a list holds, how it is sorted and, with `leftOut`, what it does not show and who can say more. */
export const BottomBar = ({
  leftOut,
  children,
}: {
  readonly leftOut?: ReactNode
  readonly children: ReactNode
}) => (
  <div className={styles.bottom} role="status">
    {children}
    {leftOut && (
      <span className={styles.leftOut}>
        <IconLock aria-hidden />
        <span>{leftOut}</span>
      </span>
    )}
  </div>
)

/** Views of a page as pills; each is a link, so each can be sent to a colleague. */
export const PillNav = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav className={styles.pills} aria-label={label}>
    {children}
  </nav>
)

/** On a phone the pills are wider than the page: the one that is open must not stand beside it. */
const intoView = (pill: HTMLElement | null) => pill?.scrollIntoView({ block: 'nearest', inline: 'center' })

/** One pill. Give it the router's Link as `as`, or an onClick. Other properties go to that element. */
export const Pill = ({
  as,
  current,
  count,
  children,
  ...rest
}: {
  readonly as?: ElementType
  readonly current?: boolean
  readonly count?: number
  readonly children: ReactNode
} & Record<string, unknown>) => (
  <UnstyledButton
    component={(as ?? 'button') as 'button'}
    className={styles.pill}
    aria-current={current ? 'page' : undefined}
    ref={current ? intoView : undefined}
    {...rest}
  >
    {children}
    {count !== undefined && (
      <span className={styles.count}>
        <Count of={count} />
      </span>
    )}
  </UnstyledButton>
)
