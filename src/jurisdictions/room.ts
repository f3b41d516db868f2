import { defineRoom } from '../kernel/room.ts'
import { postingRemarks } from './posting-remarks.ts'
import { rulePacks } from './rule-packs.ts'

/** Dated rules of law as data. It stores nothing and decides nothing but what a rule says. */
export const jurisdictions = defineRoom({
  name: 'jurisdictions',
  queries: [rulePacks, postingRemarks],
} as const)
