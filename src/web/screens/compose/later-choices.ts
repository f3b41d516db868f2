/** The moments people mean by later, in the reader's own zone: in two hours, and the next mornings at nine. */
export const laterChoices = (now: Date): readonly { readonly says: string; readonly at: string }[] => {
  const morning = (days: number) => {
    const at = new Date(now)
    at.setDate(at.getDate() + days)
    at.setHours(9, 0, 0, 0)
    return at
  }
  const untilMonday = (8 - now.getDay()) % 7 || 7
  return [
    { says: 'In two hours', at: new Date(now.getTime() + 2 * 3_600_000).toISOString() },
    { says: 'Tomorrow morning', at: morning(1).toISOString() },
    ...(untilMonday > 1 ? [{ says: 'Monday morning', at: morning(untilMonday).toISOString() }] : []),
  ]
}
