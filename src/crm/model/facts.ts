import { factKind } from '../../kernel/model/fact.ts'
import { sequenceFacts } from './sequence-facts.ts'

export const poolMade = factKind<{ access: string; isLive: boolean }>()('pool.made', 'A pool was made.')
export const poolChanged = factKind<{ fields: readonly string[] }>()(
  'pool.changed',
  'What a pool is called, is for, or who sees it changed.',
)
export const poolStagesChanged = factKind<{ added: number; removed: number; count: number }>()(
  'pool.stages-changed',
  'The stages of a pool were added to, renamed, reordered or removed.',
)
export const poolArchived = factKind()('pool.archived', 'A pool was put away; its people stay on record.')
export const poolRestored = factKind()('pool.restored', 'A pool that was put away is worked with again.')
export const memberAdded = factKind<{ stageId: string; because: string }>()(
  'pool.member-added',
  'A person was put into a pool.',
)
export const memberMoved = factKind<{ stageId: string; fromStageId: string }>()(
  'pool.member-moved',
  'A person went to another stage of a pool.',
)
export const memberRemoved = factKind<{ stageId: string }>()(
  'pool.member-removed',
  'A person was taken out of a pool.',
)
export const readinessNoted = factKind<{ readyFrom: string | null }>()(
  'prospect.readiness-noted',
  'Somebody noted from when a person would move.',
)
export const prospectSnoozed = factKind<{ until: string }>()(
  'prospect.snoozed',
  'The team lets a person be until a day.',
)
export const prospectWoken = factKind<{ byClock: boolean }>()(
  'prospect.woken',
  'A person whom the team let be is back on somebody’s list.',
)

export const poolNeedsChanged = factKind<{ count: number; seats: number }>()(
  'pool.needs-changed',
  'The seats that a pool is kept for changed.',
)
export const leadConsidered = factKind<{ poolId: string | null }>()(
  'lead.considered',
  'A person who has not applied is considered for a job.',
)
export const leadAsked = factKind()('lead.asked', 'A person considered for a job was asked to apply.')
export const leadUnasked = factKind()(
  'lead.unasked',
  'The mail that asked a person to apply was stopped before it left.',
)
export const leadApplied = factKind()('lead.applied', 'A person considered for a job is in its process now.')
export const leadDropped = factKind<{ because: string }>()(
  'lead.dropped',
  'A person is no longer considered for a job.',
)
export const leadReopened = factKind()('lead.reopened', 'A person is considered for a job again.')
export const leadsShown = factKind<{ joined: number; left: number }>()(
  'lead.shown',
  'Whoever joined the team of a job sees its leads, and who left it no longer does.',
)

export const crmFacts = [
  ...sequenceFacts,
  poolMade,
  poolChanged,
  poolStagesChanged,
  poolArchived,
  poolRestored,
  memberAdded,
  memberMoved,
  memberRemoved,
  readinessNoted,
  prospectSnoozed,
  prospectWoken,
  poolNeedsChanged,
  leadConsidered,
  leadAsked,
  leadUnasked,
  leadApplied,
  leadDropped,
  leadReopened,
  leadsShown,
]
