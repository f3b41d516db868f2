import { Button, Switch } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Page, PageBody, PageHeader, PageLine, Pill, PillNav } from '../../../design/parts/Page.tsx'
import { SearchBox } from '../../../design/parts/SearchBox.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { InboxFoot, SearchGoesOn } from './InboxFoot.tsx'
import styles from './inbox.module.css'
import type { InboxSearch } from './inbox-search.ts'
import { ThreadList } from './ThreadList.tsx'
import { ThreadView } from './ThreadView.tsx'

const turns = [
  { show: 'us', title: 'To answer' },
  { show: 'them', title: 'Waiting for them' },
  { show: 'closed', title: 'Closed' },
  { show: 'all', title: 'All' },
] as const

/** Every conversation with candidates, by whose turn it is; answered in place. */
export const Inbox = () => {
  usePageTitle('Inbox')
  const search = useSearch({ strict: false }) as InboxSearch
  const me = useMe()
  const navigate = useNavigate()
  const change = (part: Partial<InboxSearch>, replace = false) =>
    void navigate({
      to: '/inbox',
      search: (before: InboxSearch) => ({ ...before, ...part }),
      replace,
    } as never)
  const { show, mine, words, open, before } = search
  const { data, error, refetch, isPlaceholderData } = useAsk('messaging.inbox', {
    show,
    mine,
    ...(words ? { words } : {}),
    ...(before ? { before } : {}),
  })
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  // On a phone an open conversation needs the height that the list's own lines take.
  const isAlone = phone && open !== undefined
  const threads = data?.threads ?? []
  const at = threads.findIndex((thread) => thread.id === open)
  const walk = (step: number) => {
    const next = threads[at < 0 ? 0 : at + step]
    if (next) change({ open: next.id }, open !== undefined)
  }
  useShortcuts(
    {
      j: { label: 'Next conversation', run: () => walk(1) },
      k: { label: 'Conversation before', run: () => walk(-1) },
      ArrowDown: { label: 'Next conversation', run: () => walk(1), quiet: true },
      ArrowUp: { label: 'Conversation before', run: () => walk(-1), quiet: true },
    },
    { title: 'Inbox' },
  )
  return (
    <Page>
      <PageHeader
        title="Inbox"
        pills={
          <PillNav label="Whose turn">
            {turns.map((turn) => (
              <Pill
                key={turn.show}
                as={Link}
                to="/inbox"
                search={{ ...search, show: turn.show, open: undefined, before: undefined }}
                current={show === turn.show}
                count={turn.show === 'us' && me?.counts.inbox ? me.counts.inbox : undefined}
              >
                {turn.title}
              </Pill>
            ))}
          </PillNav>
        }
      >
        <Switch
          label="Mine only"
          checked={mine}
          onChange={(event) =>
            change({ mine: event.currentTarget.checked, open: undefined, before: undefined })
          }
        />
      </PageHeader>
      {!isAlone && (
        <PageLine ruled>
          <SearchBox
            value={words ?? ''}
            onSearch={(typed) =>
              change({ words: typed.trim() || undefined, open: undefined, before: undefined }, true)
            }
            label="Names, addresses, subjects, texts"
          />
        </PageLine>
      )}
      {error && !data ? (
        <ErrorState happened={error.message} safe="No mail is lost." todo="Try again in a moment.">
          <button type="button" onClick={() => void refetch()}>
            Try again
          </button>
        </ErrorState>
      ) : !data ? (
        <RowSkeletons />
      ) : threads.length === 0 && !open ? (
        <PageBody>
          {words && data.next ? (
            <SearchGoesOn
              words={words}
              backTo={data.searchedBackTo}
              search={{ ...search, before: data.next }}
            />
          ) : (
            <EmptyState {...(words || mine || before ? narrowed(words, mine) : emptyWords[show])}>
              {(words || mine || before || show !== 'all') && (
                <Button
                  component={Link}
                  to="/inbox"
                  search={{ show: 'all', ...(words ? { words } : {}) } as never}
                >
                  {words ? 'Search all conversations' : 'Show all conversations'}
                </Button>
              )}
            </EmptyState>
          )}
        </PageBody>
      ) : (
        <div className={styles.panes} data-open={open !== undefined || undefined}>
          <ThreadList
            threads={threads}
            open={open}
            search={search}
            next={data.next}
            isFresh={!isPlaceholderData}
          />
          {open ? (
            <ThreadView
              key={open}
              id={open}
              onBack={() => change({ open: undefined })}
              onDone={() => (threads[at + 1] ? walk(1) : change({ open: threads[at - 1]?.id }, true))}
            />
          ) : (
            <div className={styles.none}>
              <p>Choose a conversation, or press J.</p>
            </div>
          )}
        </div>
      )}
      {!isAlone && (
        <InboxFoot
          show={show}
          isOlder={before !== undefined}
          searchedBackTo={threads.length > 0 ? (data?.searchedBackTo ?? null) : null}
          waitingLeftOut={data?.waitingLeftOut ?? false}
        />
      )}
    </Page>
  )
}

const narrowed = (words: string | undefined, mine: boolean) => ({
  title: words ? `No conversation here has “${words}”` : mine ? 'Nothing of yours is here' : 'Nothing older',
  teaches: words
    ? 'Every word must begin a word of one mail: of a name, an address, the subject or the text.'
    : mine
      ? 'Take a conversation with A, and it is yours.'
      : 'These were the last ones.',
})

const emptyWords = {
  us: {
    title: 'Nobody waits for an answer',
    teaches: 'When somebody writes back, their mail stands here until it is answered or closed.',
  },
  them: {
    title: 'Nothing waits for others',
    teaches: 'Conversations in which you wrote last stand here until they write back.',
  },
  closed: {
    title: 'Nothing was closed yet',
    teaches: 'Close what needs no answer with #. A new mail opens it again.',
  },
  all: {
    title: 'No conversations yet',
    teaches: 'The first one begins when somebody applies, or when you write to somebody.',
  },
} as const
