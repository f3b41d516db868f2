/** On whose side a reason lies: ours, the candidate's, nobody's. */
export type Side = 'us' | 'them' | 'neither'

export interface Reason {
  readonly code: string
  readonly says: string
  readonly side: Side
  /** The mail that goes with it unless another is chosen. */
  readonly templateKey: string | null
}
