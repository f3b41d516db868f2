import { defineRoom } from '../kernel/room.ts'
import { candidate } from './candidate.ts'
import { candidateFacets } from './candidate-facets.ts'
import { candidates } from './candidates.ts'
import { candidateIds, chosenCandidates } from './chosen-candidates.ts'
import { exportedApplications, exportedCandidates } from './exported.ts'
import { home, sideBarCounts } from './home.ts'
import { homeOthers } from './home-others.ts'
import { notifications } from './home-told.ts'
import { leads } from './leads.ts'
import { pool, pools } from './pools.ts'
import { searchPeople } from './search-people.ts'
import { enrolledPeople, sequence, sequences } from './sequences.ts'
import { timeline } from './timeline.ts'

/** Reads across rooms; writes nothing. */
export const views = defineRoom({
  name: 'views',
  queries: [
    candidates,
    candidateFacets,
    candidateIds,
    chosenCandidates,
    candidate,
    timeline,
    searchPeople,
    exportedCandidates,
    exportedApplications,
    home,
    homeOthers,
    notifications,
    pools,
    pool,
    sequences,
    sequence,
    enrolledPeople,
    leads,
    sideBarCounts,
  ],
} as const)
