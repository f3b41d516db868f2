import type { OutputOf, Queries } from '../../api/client.ts'

/** The interviews of one applicant with what came of them, as far as the reader may know. */
export type Debriefed = OutputOf<Queries, 'ats.debrief'>
export type InterviewShown = Debriefed['interviews'][number]
