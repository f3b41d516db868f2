import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { filterOf, type PipelineSearch } from './pipeline-search.ts'

export type Board = OutputOf<Queries, 'ats.board'>
export type Table = OutputOf<Queries, 'ats.boardTable'>
export type BoardStage = Board['stages'][number]
export type Card = BoardStage['cards'][number]
/** A row has what a card has, and more. */
export type TableRow = Table['rows'][number]

const route = getRouteApi('/team/jobs/$jobId')

/** What the address says the pipeline shows, and how to change it. */
export const usePipelineSearch = () => {
  const { jobId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (part: Partial<PipelineSearch>) =>
    void navigate({
      to: '/jobs/$jobId',
      params: { jobId },
      search: (before: PipelineSearch) => ({ ...before, ...part }),
      replace: true,
    } as never)
  return { jobId, search, change, filter: filterOf(jobId, search) }
}

/** The board, with more cards a stage once somebody scrolls to where a column was cut. */
export const useBoard = (filter: ReturnType<typeof filterOf>) => {
  const [cardsPerStage, setCardsPerStage] = useState(100)
  const board = useAsk('ats.board', { ...filter, cardsPerStage } as never)
  return { ...board, more: () => setCardsPerStage(500), cardsPerStage }
}
