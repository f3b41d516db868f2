import { factKind } from '../../kernel/model/fact.ts'

export const jobCreated = factKind<{ copiedFrom: string | null }>()('job.created', 'A job was set up.')
export const jobChanged = factKind<{ fields: readonly string[] }>()(
  'job.changed',
  'The plan of a job changed.',
)
export const jobTeamChanged = factKind<{ added: readonly string[]; removed: readonly string[] }>()(
  'job.team-changed',
  'People joined or left the team of a job.',
)
export const jobStagesChanged = factKind<{ added: number; removed: number; count: number }>()(
  'job.stages-changed',
  'The stages of a job were added to, renamed, reordered or removed.',
)
export const jobOpened = factKind()('job.opened', 'A job began to take applications.')
export const jobPutOnHold = factKind<{ reason: string }>()('job.put-on-hold', 'Work on a job was paused.')
export const jobReopened = factKind()('job.reopened', 'A paused or closed job was taken up again.')
export const jobClosed = factKind<{ reason: string; decided: number }>()(
  'job.closed',
  'A job was closed with everybody answered.',
)

export const reasonsChanged = factKind<{ added: readonly string[]; changed: readonly string[] }>()(
  'reason.changed',
  'The reasons for which applications end were added to, changed or put in another order.',
)

export const openingRequested = factKind<{ reason: string }>()('opening.requested', 'A seat was asked for.')
export const openingApproved = factKind()('opening.approved', 'A seat was approved by someone else.')
export const openingHandedOver = factKind<{ from: string | null; to: string | null }>()(
  'opening.handed-over',
  'A seat whose approver can no longer decide waits for somebody else.',
)
export const openingDeclined = factKind()('opening.declined', 'A seat was declined.')
export const openingFilled = factKind()('opening.filled', 'A seat was filled by an application.')
export const openingFreed = factKind()('opening.freed', 'A filled seat became free again.')

export const postingSaved = factKind<{ version: number }>()(
  'posting.saved',
  'A draft of a posting was saved.',
)
export const postingPublished = factKind<{ version: number; warnings: readonly string[] }>()(
  'posting.published',
  'A version of a posting went live and is frozen.',
)
export const postingClosed = factKind()('posting.closed', 'A posting stopped taking applications.')

type OnPosting = { postingId: string | null; postingVersion: number | null }
type Decided = OnPosting & { decisionId: string; stageId: string }

export const applicationReceived = factKind<OnPosting & { source: string; stageId: string }>()(
  'application.received',
  'A person applied.',
)
export const applicationSupplemented = factKind<OnPosting & { files: number }>()(
  'application.supplemented',
  'A person applied again for the same job; what they sent was added to their application.',
)
export const applicationAdded = factKind<{ stageId: string; source: string }>()(
  'application.added',
  'A person was put into the process of a job by the team.',
)
export const applicationAdvanced = factKind<Decided & { fromStageId: string; mail: boolean }>()(
  'application.advanced',
  'An application went on to a later stage by a person’s decision.',
)
export const applicationMoved = factKind<Decided & { fromStageId: string }>()(
  'application.moved',
  'An application was put into another stage.',
)
export const applicationHeld = factKind<Decided & { until: string; reason: string }>()(
  'application.held',
  'An application was put aside until a day.',
)
export const applicationWoken = factKind()('application.woken', 'A held application came back on its day.')
export const applicationRejected = factKind<
  Decided & { reason: string; side: string; mail: string; noted: boolean }
>()('application.rejected', 'An application ended by our decision, for a typed reason.')
export const applicationWithdrawn = factKind<
  Decided & { reason: string; side: string; recordedByStaff: boolean }
>()('application.withdrawn', 'An application ended because the person withdrew it.')
export const applicationClosed = factKind<Decided & { reason: string; side: string; mail: string }>()(
  'application.closed',
  'An application ended with its job or for a reason on nobody’s side.',
)
export const applicationHired = factKind<Decided & { fromStageId: string; openingId: string | null }>()(
  'application.hired',
  'An application ended with a hire.',
)
export const applicationTransferred = factKind<Decided & { toJobId: string; toApplicationId: string }>()(
  'application.transferred',
  'An application went on as one for another job.',
)
export const decisionUndone = factKind<{ decisionId: string; kind: string; mailsCancelled: number }>()(
  'application.decision-undone',
  'A decision was taken back before anybody was told.',
)
export const promiseSet = factKind<{ promisedFor: string; before: string | null }>()(
  'application.promise-set',
  'The candidate was promised another day.',
)
export const promiseMissed = factKind<{ promisedFor: string }>()(
  'application.promise-missed',
  'A promised day passed without a word to the candidate.',
)

export const wordGiven = factKind()(
  'application.word-given',
  'A mail about an application reached the way out.',
)
export const answerArrived = factKind()(
  'application.answer-arrived',
  'The candidate answered; it is our turn.',
)
export const turnPassed = factKind<{ by: string | null }>()(
  'application.turn-passed',
  'The candidate was asked for something; it is their turn.',
)

export const interviewPlanSet = factKind<{ steps: number }>()(
  'interview-plan.set',
  'A job’s interviews were planned anew.',
)
export const interviewPlanned = factKind<{ interviewers: readonly string[] }>()(
  'interview.planned',
  'Colleagues are to interview an applicant.',
)
export const interviewersChanged = factKind<{ added: readonly string[]; removed: readonly string[] }>()(
  'interview.interviewers-changed',
  'Other colleagues are to hold an interview.',
)
export const interviewBooked = factKind<{ startsAt: string; startedAt: string | null }>()(
  'interview.booked',
  'An interview has a time, or another one.',
)
export const timesOffered = factKind()(
  'interview.times-offered',
  'A candidate was asked to choose the time of an interview.',
)
export const interviewCancelled = factKind<{ startsAt: string | null }>()(
  'interview.cancelled',
  'An interview will not be held.',
)
export const scorecardSubmitted = factKind<{ version: number }>()(
  'scorecard.submitted',
  'An interviewer said what they found; a later version stands beside the first.',
)
export const decisionRecorded = factKind<{ outcome: string; deciderId: string; scorecards: number }>()(
  'decision.recorded',
  'What a debrief came to was written down with its evidence.',
)

export const reviewTaken = factKind<{ until: string }>()(
  'application.taken-for-review',
  'A reviewer opened an application; nobody else gets it meanwhile.',
)
export const reviewKept = factKind<{ until: string; count: number }>()(
  'review.kept',
  'A reviewer went on reading.',
)
export const reviewReleased = factKind<{ count: number }>()(
  'review.released',
  'A reviewer gave applications back to the queue.',
)

export const ownPageOpened = factKind()('own-page.opened', 'A candidate opened their own page by their link.')
export const ownPageClosed = factKind()('own-page.closed', 'A candidate left their own page.')
export const ownPageLinkAsked = factKind<{ links: number }>()(
  'own-page.link-asked',
  'Somebody asked for a link to a candidate’s own page.',
)
export const ownDetailsCorrected = factKind<{ fields: readonly string[] }>()(
  'own-page.details-corrected',
  'A candidate corrected what we store about them.',
)
export const ownMessageWritten = factKind()(
  'own-page.message-written',
  'A candidate wrote on their own page.',
)
export const ownDocumentAdded = factKind()(
  'own-page.document-added',
  'A candidate sent a newer document on their own page.',
)
export const erasureRequested = factKind<{ requestId: string }>()(
  'erasure.requested',
  'A candidate asked for their data to be erased.',
)
export const erasureSettled = factKind<{ requestId: string }>()(
  'erasure.settled',
  'Somebody noted that a request for erasure was dealt with.',
)
export const draftSaved = factKind()('application-draft.saved', 'Somebody kept a half-filled form for later.')
export const draftsForgotten = factKind<{ count: number }>()(
  'application-draft.forgotten',
  'Kept forms that nobody came back to were erased.',
)

export const atsFacts = [
  jobCreated,
  jobChanged,
  jobTeamChanged,
  jobStagesChanged,
  jobOpened,
  jobPutOnHold,
  jobReopened,
  jobClosed,
  reasonsChanged,
  openingRequested,
  openingApproved,
  openingHandedOver,
  openingDeclined,
  openingFilled,
  openingFreed,
  postingSaved,
  postingPublished,
  postingClosed,
  applicationReceived,
  applicationSupplemented,
  applicationAdded,
  applicationAdvanced,
  applicationMoved,
  applicationHeld,
  applicationWoken,
  applicationRejected,
  applicationWithdrawn,
  applicationClosed,
  applicationHired,
  applicationTransferred,
  decisionUndone,
  promiseSet,
  promiseMissed,
  wordGiven,
  answerArrived,
  turnPassed,
  interviewPlanSet,
  interviewPlanned,
  interviewersChanged,
  interviewBooked,
  timesOffered,
  interviewCancelled,
  scorecardSubmitted,
  decisionRecorded,
  reviewTaken,
  reviewKept,
  reviewReleased,
  ownPageOpened,
  ownPageClosed,
  ownPageLinkAsked,
  ownDetailsCorrected,
  ownMessageWritten,
  ownDocumentAdded,
  erasureRequested,
  erasureSettled,
  draftSaved,
  draftsForgotten,
]
