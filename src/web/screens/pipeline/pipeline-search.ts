import { z } from 'zod'

const yes = z.literal(true).optional().catch(undefined)

/** Everything that says what the pipeline shows, as it stands in the address. */
export const pipelineSearch = z.object({
  view: z.enum(['board', 'table']).optional().catch(undefined),
  turn: z.enum(['us', 'them']).optional().catch(undefined),
  overdue: yes,
  quiet: yes,
  held: yes,
  mine: yes,
  /** Those whose application ended, instead of those in process. */
  decided: yes,
  stage: z.uuid().optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
})
export type PipelineSearch = z.output<typeof pipelineSearch>

/** Days without a word after which the filter “No word for 5 days” takes somebody in. */
export const quietDays = 5

/** The question that board, table and bulk acts share. */
export const filterOf = (jobId: string, search: PipelineSearch) => ({
  jobId,
  ...(search.turn ? { turn: search.turn } : {}),
  ...(search.overdue ? { overdue: true } : {}),
  ...(search.quiet ? { quietDays } : {}),
  ...(search.held ? { held: true } : {}),
  ...(search.mine ? { mine: true } : {}),
  ...(search.stage ? { stageId: search.stage } : {}),
})
export type PipelineFilter = ReturnType<typeof filterOf>
