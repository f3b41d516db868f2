import { BottomBar } from '../../../design/parts/Page.tsx'
import type { Question, useCandidateList } from './use-candidate-list.ts'

const numbers = new Intl.NumberFormat('en')
export const foundWords = ({ count, more }: { readonly count: number; readonly more: boolean }): string =>
  `${numbers.format(count)}${more ? '+' : ''}`

/** How many, in which order, and what the list leaves out. */
export const CandidatesFoot = ({
  list,
  sort,
}: {
  readonly list: ReturnType<typeof useCandidateList>
  readonly sort: Question['sort']
}) => (
  <BottomBar
    leftOut={
      list.hidden > 0 &&
      `${numbers.format(list.hidden)} not shown: on confidential jobs, ask your administrator`
    }
  >
    {list.count && (
      <span>
        {foundWords(list.count)} {list.count.count === 1 && !list.count.more ? 'person' : 'people'}
      </span>
    )}
    <span>{orders[sort]}</span>
    {list.lookedAt && (
      <span>Looked at the newest {numbers.format(list.lookedAt)} that may hold the words</span>
    )}
  </BottomBar>
)

const orders = {
  recent: 'Sorted by last activity',
  name: 'Sorted by name',
  relevance: 'Sorted by best evidence, among the newest 500',
} as const
