import { keepInMindText } from '../../careers/applying/form.ts'
import { answerField, type Draft } from '../../careers/model/draft.ts'
import type { Problem } from '../../careers/model/problems.ts'
import type { Refusal } from '../../kernel/model/result.ts'
import { keepInMindMonths } from './form-page.ts'
import type { Live } from './postings.ts'

/** What `ats.apply` is given for a filled form, and the text by which a repeat of it is known: files only by name, as each post stores its own. */
export const applicationOf = (draft: Draft, posting: Live, from: string | undefined, lang: string) => {
  const answers = posting.form.questions.flatMap((question) => {
    if (question.kind === 'file') {
      const file = draft.files[question.id]
      return file ? [{ questionId: question.id, value: [file.handle] }] : []
    }
    const given = (draft.answers[question.id] ?? []).filter((value) => value.trim() !== '')
    if (given.length === 0) return []
    return [{ questionId: question.id, value: question.kind === 'multiple-choice' ? [...given] : given[0]! }]
  })
  const input = {
    postingSlug: posting.slug,
    name: draft.name,
    ...(draft.email ? { email: draft.email } : {}),
    ...(draft.phone ? { phone: draft.phone } : {}),
    ...(draft.town ? { town: draft.town } : {}),
    timeZone: draft.zone,
    links: draft.resumeLink ? [draft.resumeLink] : [],
    answers,
    ...(draft.resume ? { resumeUpload: draft.resume.handle } : {}),
    ...(draft.letter.trim() ? { coverLetter: draft.letter } : {}),
    entries: draft.entries
      .filter((one) => one.title || one.where)
      .map(({ title, where, from: begun, until, outcome }) => ({
        title,
        where,
        from: begun,
        until,
        outcome,
      })),
    ...(draft.keepInMind ? { talentPoolConsent: { textShown: keepInMindText(lang, keepInMindMonths) } } : {}),
    language: lang,
    ...(from ? { from } : {}),
  }
  const repeats = JSON.stringify({
    ...draft,
    resume: draft.resume && [draft.resume.name, draft.resume.bytes],
    files: Object.entries(draft.files).map(([id, file]) => [id, file.name, file.bytes]),
  })
  return { input, repeats }
}

/** How much was sent, for the confirmation. */
export const contained = (draft: Draft) => ({
  entries: draft.entries.length,
  files: (draft.resume ? 1 : 0) + Object.keys(draft.files).length,
  answers: Object.values(draft.answers).filter((values) => values.some((value) => value.trim() !== ''))
    .length,
})

/** What the record would not take, said at the field it is about; what is about no field stands at the button. */
export const problemsOfRefusal = (refusal: Refusal, posting: Live): Problem[] => {
  const each = Array.isArray(refusal.details)
    ? (refusal.details as { field?: string; says: string }[])
    : [{ field: refusal.field, says: refusal.says }]
  return each.map(({ field, says }) => {
    const question = posting.form.questions.find((one) => one.id === field)
    if (question)
      return {
        field: answerField(question.id),
        label: question.label,
        says: says.replace(`${question.label}: `, ''),
      }
    const known = fixedFields[field ?? '']
    return known ? { ...known, says } : { field: 'send-it', label: 'Send', says }
  })
}

const fixedFields: Readonly<Record<string, { readonly field: string; readonly label: string }>> = {
  name: { field: 'name', label: 'Your name' },
  email: { field: 'email', label: 'E-mail' },
  phone: { field: 'phone', label: 'Telephone' },
  town: { field: 'town', label: 'Town' },
  resume: { field: 'resume', label: 'Résumé' },
  'links.0': { field: 'resume-link', label: 'A link instead' },
}
