import {
  keepPreviousData,
  QueryClient,
  type UseQueryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import {
  type Answer,
  ask,
  type CommandName,
  type Commands,
  call,
  type InputOf,
  type OutputOf,
  type Queries,
  type QueryName,
  Refused,
} from './client.ts'

/** The cache: shows at once what it has, then freshens; a refusal is not asked again, a lost connection twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) =>
        error instanceof Refused && error.refusal.code === 'unreachable' && failures < 2,
    },
  },
})

export const askKey = <Name extends QueryName>(name: Name, input: InputOf<Queries, Name>) =>
  [name, input] as const

/** What a query says now; while the input changes, the answer before stays on the screen. */
export const useAsk = <Name extends QueryName>(
  name: Name,
  input: InputOf<Queries, Name>,
  options: Omit<UseQueryOptions<OutputOf<Queries, Name>, Refused>, 'queryKey' | 'queryFn'> = {},
) =>
  useQuery<OutputOf<Queries, Name>, Refused>({
    placeholderData: keepPreviousData as never,
    ...options,
    queryKey: askKey(name, input),
    queryFn: ({ signal }) => ask(name, input, signal),
  })

/** Loads an answer before it is needed (the next in a queue, the row under the pointer). */
export const prefetch = <Name extends QueryName>(name: Name, input: InputOf<Queries, Name>) =>
  queryClient.prefetchQuery({
    queryKey: askKey(name, input),
    queryFn: ({ signal }) => ask(name, input, signal),
  })

export interface Effect<Name extends CommandName> {
  /** Changes cached answers at once; they are put back as they were if the command is refused. */
  readonly optimistic?: (input: InputOf<Commands, Name>, change: Change) => void
  /** Queries to ask again afterwards; all of the cache's rooms that live updates do not reach. */
  readonly freshens?: readonly QueryName[]
  readonly done?: (answer: Answer<OutputOf<Commands, Name>>, input: InputOf<Commands, Name>) => void
}
/** Changes every cached answer of a query, whatever its input. */
export type Change = <Name extends QueryName>(
  name: Name,
  to: (answer: OutputOf<Queries, Name>, input: InputOf<Queries, Name>) => OutputOf<Queries, Name>,
) => void

/** Runs a command from a screen: `run(input)` resolves to its answer; `refusal` stands to be shown beside the act. */
export const useCall = <Name extends CommandName>(name: Name, effect: Effect<Name> = {}) => {
  const cache = useQueryClient()
  const mutation = useMutation<Answer<OutputOf<Commands, Name>>, Error, InputOf<Commands, Name>>({
    mutationFn: async (input) => {
      const before: [readonly unknown[], unknown][] = []
      const change: Change = (query, to) => {
        void cache.cancelQueries({ queryKey: [query] })
        for (const [key, answer] of cache.getQueriesData({ queryKey: [query] })) {
          if (answer === undefined) continue
          before.push([key, answer])
          cache.setQueryData(key, to(answer as never, key[1] as never))
        }
      }
      effect.optimistic?.(input, change)
      const answer = await call(name, input)
      if (!answer.ok) for (const [key, was] of before.reverse()) cache.setQueryData(key, was)
      return answer
    },
    onSuccess: (answer, input) => {
      for (const query of effect.freshens ?? []) void cache.invalidateQueries({ queryKey: [query] })
      effect.done?.(answer, input)
    },
  })
  const answer = mutation.data
  return {
    run: mutation.mutateAsync,
    running: mutation.isPending,
    refusal: answer && !answer.ok ? answer.refusal : undefined,
    forget: mutation.reset,
  }
}
