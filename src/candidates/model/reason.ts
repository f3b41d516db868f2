import type { Agreement } from './name-agreement.ts'

/** One thing that speaks for or against two records being one person. */
export interface Reason {
  code: ReasonCode
  /** A sentence for the screen; it holds no value of the person, so it may be kept when they are erased. */
  says: string
  /** Bits: log2 of how much likelier this is for one person than for two (Fellegi and Sunter 1969); below 0 speaks against. */
  weight: number
}

export type ReasonCode =
  | `${'given' | 'family'}-name-${Agreement}`
  | `${'email' | 'phone' | 'link'}-${'same' | 'alike' | 'shared' | 'differs'}`
  | `born-${'same' | 'close' | 'differs'}`
  | `${'address' | 'place'}-${'same' | 'close' | 'differs'}`
  | 'names-swapped'
  | 'employer-same'
  | 'household'
