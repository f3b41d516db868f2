import type { ResumeFacts } from '../../documents/model/resume.ts'
import type { Draft, Entry } from './draft.ts'

/** The draft with what was read from a résumé in the fields that are still empty: nothing that somebody wrote is replaced. */
export const prefilled = (draft: Draft, facts: ResumeFacts): Draft => ({
  ...draft,
  name: draft.name || (facts.name?.full ?? ''),
  email: draft.email || (facts.emails[0]?.address ?? ''),
  phone: draft.phone || (facts.phones[0]?.written ?? ''),
  town: draft.town || (facts.location?.text.split(',')[0]?.trim() ?? ''),
  entries: draft.entries.length > 0 ? draft.entries : entriesOf(facts).slice(0, 30),
})

const entriesOf = (facts: ResumeFacts): Entry[] => [
  ...facts.employments.map((one) => ({
    title: one.title ?? one.employer ?? '',
    where: one.title ? (one.employer ?? '') : '',
    from: month(one.start),
    until: month(one.end),
    outcome: one.summary ?? '',
  })),
  ...facts.education.map((one) => ({
    title: [one.degree, one.field].filter(Boolean).join(', ') || (one.school ?? ''),
    where: one.degree || one.field ? (one.school ?? '') : '',
    from: month(one.start),
    until: month(one.end),
    outcome: '',
  })),
]

/** Only whole months fit the field; a year alone is left for the applicant to complete. */
const month = (date: string | undefined): string =>
  date && /^\d{4}-\d{2}/.test(date) ? date.slice(0, 7) : ''
