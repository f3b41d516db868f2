import { DateText } from '../../../design/parts/DateText.tsx'
import { PageLine } from '../../../design/parts/Page.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { LinkedText } from './LinkedText.tsx'
import styles from './mailbox.module.css'

/** Invitations and new passwords that nobody could mail: an administrator hands their links on. */
export const LinkMails = () => {
  const manages = useMay('accounts.manageUsers')
  const links = useAsk('accounts.openLinks', {}, { enabled: manages }).data ?? []
  if (links.length === 0) return null
  return (
    <PageLine ruled>
      <details className={styles.links}>
        <summary>
          {links.length === 1
            ? 'One link to sign in waits to be handed on'
            : `${links.length} links to sign in wait to be handed on`}
        </summary>
        <ul>
          {links.map((link) => (
            <li key={link.id}>
              <b>{link.kind === 'invitation' ? 'Invitation' : 'New password'}</b> for {link.to.name} ‹
              {link.to.address}›, <DateText at={link.at} as="ago" />
              <LinkedText text={new URL(link.path, location.origin).href} />
            </li>
          ))}
        </ul>
      </details>
    </PageLine>
  )
}
