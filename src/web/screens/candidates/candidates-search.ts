import { z } from 'zod'
import { relationshipStates } from '../../../candidates/model/candidate.ts'
import { memberStates } from '../../../crm/model/pool.ts'

const uuids = z.array(z.uuid()).max(100).optional().catch(undefined)
const words = (most: number) => z.array(z.string().max(60)).max(most).optional().catch(undefined)

/** Everything that says what the list shows, as it stands in the address. */
export const candidatesSearch = z.object({
  q: z.string().max(500).optional().catch(undefined),
  sort: z.enum(['recent', 'name', 'relevance']).optional().catch(undefined),
  relationship: z.array(z.enum(relationshipStates)).max(20).optional().catch(undefined),
  owner: uuids,
  tags: uuids,
  country: words(250),
  source: words(20),
  jobs: uuids,
  pools: uuids,
  poolStages: uuids,
  memberStates: z.array(z.enum(memberStates)).max(4).optional().catch(undefined),
  hasResume: z.boolean().optional().catch(undefined),
  contactable: z.boolean().optional().catch(undefined),
  addedAfter: z.iso.date().optional().catch(undefined),
  hide: words(10),
  view: z.uuid().optional().catch(undefined),
  open: z.uuid().optional().catch(undefined),
  add: z.enum(['form', 'files']).optional().catch(undefined),
})

export type CandidatesSearch = z.output<typeof candidatesSearch>

export const filterKeys = [
  'relationship',
  'owner',
  'tags',
  'country',
  'source',
  'jobs',
  'pools',
  'poolStages',
  'memberStates',
  'hasResume',
  'contactable',
  'addedAfter',
] as const
export type FilterKey = (typeof filterKeys)[number]
export type ListKey = 'relationship' | 'owner' | 'tags' | 'country' | 'source' | 'pools'

/** The filters that are lists of values, in the order in which the line shows them. */
export const listFilters: readonly { readonly key: ListKey; readonly title: string }[] = [
  { key: 'relationship', title: 'Relationship' },
  { key: 'owner', title: 'Owner' },
  { key: 'tags', title: 'Tag' },
  { key: 'country', title: 'Lives in' },
  { key: 'source', title: 'Came through' },
  { key: 'pools', title: 'Pool' },
]

/** What is asked of the list: words, filters and an order. With words the best stand first unless said otherwise. */
export const questionOf = (search: CandidatesSearch) => ({
  words: search.q?.trim() ?? '',
  filters: filtersOf(search),
  sort: search.sort ?? (search.q?.trim() ? ('relevance' as const) : ('recent' as const)),
})

export const filtersOf = (search: CandidatesSearch) =>
  Object.fromEntries(
    filterKeys.flatMap((key) => (isChosen(search[key]) ? [[key, search[key]]] : [])),
  ) as Pick<CandidatesSearch, FilterKey>

export const isChosen = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0)

/** A value put into a filter, or taken out of it; an empty filter is none. */
export const toggledValue = (
  search: CandidatesSearch,
  key: ListKey,
  value: string,
): Partial<CandidatesSearch> => {
  const now = (search[key] ?? []) as readonly string[]
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value]
  return { [key]: next.length > 0 ? next : undefined }
}

/** What a saved view keeps: the question, not whom one had open. */
export const savedSearchOf = ({ view: _, open: __, add: ___, ...kept }: CandidatesSearch): string =>
  JSON.stringify(kept)

/** A saved view's question; one that can't be read shows everyone. */
export const searchOfView = (saved: string): CandidatesSearch => {
  try {
    return candidatesSearch.parse(JSON.parse(saved))
  } catch {
    return {}
  }
}
