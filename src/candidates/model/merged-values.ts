/** Values of a record by column, as text. */
export type Values = Readonly<Record<string, string | null>>

/** A value that a merge changes on the survivor. */
export type Change = { readonly before: string | null; readonly after: string | null }

/** What changes on the survivor: empty values are filled, the later contact counts, the stricter rule holds. */
export const joinedValues = (
  survivor: { readonly values: Values; readonly confidential: boolean },
  absorbed: { readonly values: Values; readonly confidential: boolean },
): Record<string, Change> => {
  const changes: Record<string, Change> = {}
  const change = (field: string, after: string | null) => {
    const before = survivor.values[field] ?? null
    if (before !== after) changes[field] = { before, after }
  }
  for (const field of filled) change(field, survivor.values[field] ?? absorbed.values[field] ?? null)
  for (const field of latest) {
    const [ours, theirs] = [survivor.values[field] ?? null, absorbed.values[field] ?? null]
    change(field, ours === null || (theirs !== null && Date.parse(theirs) > Date.parse(ours)) ? theirs : ours)
  }
  if (survivor.values.do_not_contact_at == null && absorbed.values.do_not_contact_at != null)
    for (const field of ['do_not_contact_at', 'do_not_contact_reason'])
      change(field, absorbed.values[field] ?? null)
  if (rank(absorbed.values.relationship) > rank(survivor.values.relationship))
    for (const field of ['relationship', 'relationship_since']) change(field, absorbed.values[field] ?? null)
  // Who is known outside confidential jobs too is no secret.
  change('confidential', String(survivor.confidential && absorbed.confidential))
  return changes
}

/** What a split sets back: values that still stand as the merge left them. */
export const valuesToReturn = (changes: Readonly<Record<string, Change>>, now: Values): Values =>
  Object.fromEntries(
    Object.entries(changes)
      .filter(([field, { after }]) => (now[field] ?? null) === after)
      .map(([field, { before }]) => [field, before]),
  )

const filled = [
  'goes_by',
  'pronouns',
  'headline',
  'title',
  'company',
  'location',
  'country',
  'language',
  'time_zone',
  'owner_id',
]
const latest = ['last_activity_at', 'last_inbound_at', 'last_outbound_at', 'last_rejected_at']

const strength = [
  'known',
  'dormant',
  'engaged',
  'decided-not-now',
  'lead',
  'hired',
  'applicant',
  'do-not-contact',
]
const rank = (relationship: string | null | undefined): number => strength.indexOf(relationship ?? 'known')
