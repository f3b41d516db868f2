import { factKind } from '../../kernel/model/fact.ts'

export const candidateAdded = factKind<{ source: string }>()(
  'candidate.added',
  'A person who was not known before is on record.',
)
export const candidateRecognised = factKind<{ source: string; added: number }>()(
  'candidate.recognised',
  'Someone who is on record came in again; `added` contact points were new.',
)
export const candidateRemoved = factKind()(
  'candidate.removed',
  'A record that only an import or a mail had made is gone, because that was taken back.',
)
export const candidateCorrected = factKind<{ fields: readonly string[] }>()(
  'candidate.corrected',
  'Values of the record were changed.',
)
export const ownerSet = factKind<{ ownerId: string | null }>()(
  'owner.set',
  'A colleague looks after the person, or nobody does any more.',
)
export const relationshipChanged = factKind<{ relationship: string; before: string }>()(
  'relationship.changed',
  'The organisation stands differently to the person.',
)
export const contactPointAdded = factKind<{ kind: string }>()(
  'contact-point.added',
  'There is one more way to reach the person.',
)
export const contactPointRemoved = factKind<{ kind: string }>()(
  'contact-point.removed',
  'A way to reach the person is gone.',
)
export const contactPointPreferred = factKind<{ kind: string }>()(
  'contact-point.preferred',
  'This is now the first way to reach the person.',
)
export const tagAdded = factKind<{ tagId: string }>()('tag.added', 'The person carries a tag.')
export const tagRemoved = factKind<{ tagId: string }>()('tag.removed', 'The person lost a tag.')
export const noteWritten = factKind<{ privateTo: string; mentions: readonly string[] }>()(
  'note.written',
  'A note stands on the record.',
)
export const noteCorrected = factKind()('note.corrected', 'A note reads differently now.')
export const noteDeleted = factKind()('note.deleted', 'A note is gone.')
export const taskAssigned = factKind<{ assignedTo: string; due: string | null }>()(
  'task.assigned',
  'A colleague has something to do for the person.',
)
export const taskDone = factKind<{ assignedTo: string }>()('task.done', 'It is done.')
export const taskReopened = factKind<{ assignedTo: string }>()('task.reopened', 'It is to be done after all.')
export const consentRecorded = factKind<{ purpose: string; event: string; channel: string }>()(
  'consent.recorded',
  'The person gave or withdrew a consent, or one was found without proof.',
)
export const contactHeld = factKind()('contact.held', 'The person must not be contacted.')
export const contactResumed = factKind()('contact.resumed', 'The person may be contacted again.')
export const duplicateSuggested = factKind<{ otherId: string; score: number }>()(
  'duplicate.suggested',
  'Two records are perhaps one person.',
)
export const duplicateSettled = factKind<{ otherId: string; settledAs: string }>()(
  'duplicate.settled',
  'Someone decided whether two records are one person.',
)
export const candidatesMerged = factKind<{ mergedId: string }>()(
  'candidates.merged',
  'Two records are one: the survivor holds what both held.',
)
export const mergeUndone = factKind<{ splitOffId: string }>()(
  'merge.undone',
  'A merge was taken back: each record holds what it held.',
)
export const resumeFactsSaved = factKind<{ fileId: string | null; rows: number }>()(
  'resume-facts.saved',
  'What a résumé says stands on the record.',
)

export const facts = [
  candidateAdded,
  candidateRecognised,
  candidateRemoved,
  candidateCorrected,
  ownerSet,
  relationshipChanged,
  contactPointAdded,
  contactPointRemoved,
  contactPointPreferred,
  tagAdded,
  tagRemoved,
  noteWritten,
  noteCorrected,
  noteDeleted,
  taskAssigned,
  taskDone,
  taskReopened,
  consentRecorded,
  contactHeld,
  contactResumed,
  duplicateSuggested,
  duplicateSettled,
  candidatesMerged,
  mergeUndone,
  resumeFactsSaved,
] as const
