import { defineRoom } from '../kernel/room.ts'
import { candidate } from './candidate.ts'
import { candidateFacets } from './candidate-facets.ts'
import { candidates } from './candidates.ts'
import { searchPeople } from './search-people.ts'
import { timeline } from './timeline.ts'

/** Reads across rooms; writes nothing. */
export const views = defineRoom({
  name: 'views',
  queries: [candidates, candidateFacets, candidate, timeline, searchPeople],
} as const)
