import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { BottomBar, Page, PageHeader } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import inbox from '../inbox/inbox.module.css'
import { LinkMails } from './LinkMails.tsx'
import { MailAsReceived } from './MailAsReceived.tsx'
import type { MailboxSearch } from './mailbox-search.ts'

/** Every mail as its reader gets it; without a mail server this is where they land. */
export const Mailbox = () => {
  usePageTitle('Mailbox')
  const search = useSearch({ strict: false }) as MailboxSearch
  const { open, before, to } = search
  const navigate = useNavigate()
  const may = useMay('messaging.seeAll')
  const { data, error } = useAsk(
    'messaging.mailbox',
    { ...(before ? { before } : {}), ...(to ? { to } : {}) },
    { enabled: may },
  )
  const mails = data?.mails ?? []
  const at = mails.findIndex((mail) => mail.id === open)
  const show = (id: string | undefined) =>
    void navigate({ to: '/mailbox', search: { ...search, open: id }, replace: open !== undefined } as never)
  const walk = (step: number) => {
    const next = mails[at < 0 ? 0 : at + step]
    if (next) show(next.id)
  }
  useShortcuts(
    {
      j: { label: 'Next mail', run: () => walk(1) },
      k: { label: 'Mail before', run: () => walk(-1) },
      Escape: { label: 'Back to the list', run: () => show(undefined) },
    },
    { title: 'Mailbox' },
  )
  return (
    <Page>
      <PageHeader title="Mailbox" />
      <LinkMails />
      {!may ? (
        <ErrorState
          happened="Your role doesn’t open this page"
          safe="It shows every mail to every person, also on jobs that are not yours."
          todo="Your own conversations are in the Inbox. An administrator can give you the right to read all mail."
        />
      ) : error && !data ? (
        <ErrorState happened={error.message} safe="No mail is lost." todo="Load the page again." />
      ) : !data ? (
        <RowSkeletons />
      ) : mails.length === 0 ? (
        <EmptyState
          title="No mail was written yet"
          teaches="Every mail that goes to a person stands here exactly as they get it, with what still waits on top."
        />
      ) : (
        <div className={inbox.panes} data-open={open !== undefined || undefined}>
          <div className={inbox.list}>
            <ul aria-label="Mails">
              {mails.map((mail) => (
                <li key={mail.id}>
                  <Link
                    to="/mailbox"
                    search={{ ...search, open: mail.id } as never}
                    className={inbox.thread}
                    aria-current={mail.id === open || undefined}
                  >
                    <Face id={mail.candidateId ?? mail.toAddress} name={mail.toName || mail.toAddress} />
                    <span className={inbox.who}>
                      <span className={inbox.name}>
                        To <Name>{mail.toName || mail.toAddress}</Name>
                      </span>
                      <span className={inbox.when}>
                        <DateText at={mail.sentAt ?? mail.at} />
                      </span>
                    </span>
                    <span className={inbox.subject}>{mail.subject}</span>
                    {mail.state !== 'sent' && (
                      <span className={inbox.chips}>
                        <Chip>
                          {mail.state === 'waiting' && mail.sendAfter ? (
                            <>
                              Leaves <DateText at={mail.sendAfter} />
                            </>
                          ) : (
                            (states[mail.state] ?? mail.state)
                          )}
                        </Chip>
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
            {data.next && (
              <Link
                to="/mailbox"
                search={{ ...search, before: data.next, open: undefined } as never}
                className={inbox.older}
              >
                Older mails
              </Link>
            )}
          </div>
          {open ? (
            <MailAsReceived
              key={open}
              id={open}
              canAnswer={data.canAnswerAsPerson}
              onBack={() => show(undefined)}
            />
          ) : (
            <div className={inbox.none}>
              <p>Choose a mail, or press J.</p>
            </div>
          )}
        </div>
      )}
      {data && (
        <BottomBar leftOut={before ? 'Newer mails are not here' : undefined}>
          <span>Newest first</span>
          <span>
            {data.leaves ? 'Mails leave by the mail server' : 'No mail server is set: mails stay here'}
          </span>
        </BottomBar>
      )}
    </Page>
  )
}

const states: Readonly<Record<string, string>> = {
  sending: 'On its way',
  blocked: 'Held back',
  failed: 'Not sent',
  cancelled: 'Cancelled',
}
