/** When an application ran: from being received until it was closed, or still. */
export interface Ran {
  readonly appliedAt: string
  readonly closedAt: string | null
}

/** Which half of the thread a moment belongs to: cool while an application ran, warm before and between. */
export const halfAt = (at: string, applications: readonly Ran[]): 'crm' | 'ats' =>
  applications.some(({ appliedAt, closedAt }) => appliedAt < at && (closedAt === null || at <= closedAt))
    ? 'ats'
    : 'crm'

/** Where the thread changes colour: someone applied, or came back to the other half. */
export const knotOf = (name: string): 'applied' | 'back' | undefined => {
  if (name === 'application.received' || name === 'application.added') return 'applied'
  if (['application.rejected', 'application.withdrawn', 'application.closed'].includes(name)) return 'back'
  return undefined
}
