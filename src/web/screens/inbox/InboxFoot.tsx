import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { DateText } from '../../../design/parts/DateText.tsx'
import { BottomBar } from '../../../design/parts/Page.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import type { InboxSearch } from './inbox-search.ts'

/** How the list is ordered, and what it leaves out. */
export const InboxFoot = ({
  show,
  isOlder,
  searchedBackTo,
  waitingLeftOut,
}: {
  readonly show: InboxSearch['show']
  readonly isOlder: boolean
  readonly searchedBackTo: string | null
  readonly waitingLeftOut: boolean
}) => (
  <BottomBar
    leftOut={
      (isOlder || searchedBackTo || waitingLeftOut) && [
        isOlder && <span key="newer">Newer conversations are not here. </span>,
        searchedBackTo && (
          <span key="back">
            Searched back to <DateText at={searchedBackTo} />; “Older conversations” searches on.{' '}
          </span>
        ),
        waitingLeftOut && (
          <span key="waiting">Of the many mails that wait, those that leave last were not searched.</span>
        ),
      ]
    }
  >
    <span>Last spoken in first</span>
    {show === 'us' && <span>What somebody else has taken stands here too, with their name</span>}
  </BottomBar>
)

/** Nothing was found yet, and there is more to search. */
export const SearchGoesOn = ({
  words,
  backTo,
  search,
}: {
  readonly words: string
  readonly backTo: string | null
  readonly search: InboxSearch
}) => (
  <EmptyState
    title={`No conversation so far has “${words}”`}
    teaches={
      <>
        {backTo && (
          <>
            Searched back to <DateText at={backTo} as="exact" />.{' '}
          </>
        )}
        Many mails have these words, but not the newest: older ones are searched in steps.
      </>
    }
  >
    <Button component={Link} to="/inbox" search={search as never}>
      Search older conversations
    </Button>
  </EmptyState>
)
