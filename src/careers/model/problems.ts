import { holdsAddress } from '../../candidates/model/name.ts'
import { answerField, type Draft } from './draft.ts'
import { countWords, type Question } from './question.ts'

/** What must be put right before an application can be sent. */
export type Problem = {
  /** Id of the field on the page that the summary links to. */
  readonly field: string
  /** What the field is called on the page. */
  readonly label: string
  /** The same words in the summary and at the field. */
  readonly says: string
}

/** Which of the fixed fields a form asks for. */
export type FixedFields = {
  readonly phone: 'needed' | 'optional' | 'not-asked'
  readonly town: 'needed' | 'optional' | 'not-asked'
  readonly resume: 'needed' | 'optional'
  readonly coverLetter: 'optional' | 'not-asked'
}

/** Everything that keeps a draft from being sent, in the order of the page. No answer is ever wrong, only missing or unreadable. */
export const problemsOf = (draft: Draft, fixed: FixedFields, questions: readonly Question[]): Problem[] =>
  [
    fixed.resume === 'needed' && !draft.resume && !draft.resumeLink
      ? problem('resume', 'Résumé', 'choose a file, or give a link')
      : undefined,
    draft.trap
      ? problem(
          'send-it',
          'Send',
          'a field that nobody sees was filled in, as programs do. It is empty again: please send once more',
        )
      : undefined,
    draft.resumeLink && !isLink(draft.resumeLink)
      ? problem('resume-link', 'A link instead', 'write the whole address, starting with https://')
      : undefined,
    draft.name ? undefined : problem('name', 'Your name', 'write it as you want to be called'),
    holdsAddress(draft.name)
      ? problem('name', 'Your name', 'write only your name; links have a field of their own')
      : undefined,
    emailProblem(draft.email),
    fixed.phone === 'needed' && !draft.phone
      ? problem('phone', 'Telephone', 'write a number we can reach you at')
      : undefined,
    draft.phone && !/\d.*\d.*\d.*\d/.test(draft.phone)
      ? problem('phone', 'Telephone', 'this has too few digits for a number')
      : undefined,
    fixed.town === 'needed' && !draft.town ? problem('town', 'Town', 'write where you live') : undefined,
    ...draft.entries.flatMap(entryProblems),
    ...questions.map((question) => questionProblem(question, draft)),
  ].filter((one) => one !== undefined)

const problem = (field: string, label: string, says: string): Problem => ({ field, label, says })

const emailProblem = (email: string): Problem | undefined => {
  const says = (text: string) => problem('email', 'E-mail', text)
  if (!email) return says('write the address that we may answer to')
  const at = email.lastIndexOf('@')
  if (at < 0) return says('the @ is missing')
  if (at === 0) return says('the part before @ is missing')
  const domain = email.slice(at + 1)
  if (!domain) return says('the part after @ is missing')
  if (/[\s<>()",;]/.test(email) || email.indexOf('@') !== at)
    return says('one address only, without spaces or signs around it')
  if (!domain.includes('.')) return says('the part after @ has no ending, such as .com')
  if (domain.split('.').some((part) => part === '')) return says('there is a dot too many after the @')
  return undefined
}

const entryProblems = (entry: Draft['entries'][number], at: number): Problem[] => {
  const label = [entry.title, entry.where].filter(Boolean).join(', ') || `Entry ${at + 1}`
  const month = /^$|^\d{4}-(0[1-9]|1[0-2])$/
  const bad = (['from', 'until'] as const)
    .filter((end) => !month.test(entry[end]))
    .map((end) => problem(`entry-${at}-${end}`, label, 'write the month as year and number, such as 2022-03'))
  if (bad.length === 0 && entry.from && entry.until && entry.until < entry.from)
    return [problem(`entry-${at}-until`, label, 'this ends before it begins')]
  return bad
}

const questionProblem = (question: Question, draft: Draft): Problem | undefined => {
  const values = (draft.answers[question.id] ?? []).filter((value) => value.trim() !== '')
  const says = (text: string) => problem(answerField(question.id), question.label, text)
  const { kind, min, max, options = [] } = question
  if (kind === 'file')
    return question.required && !draft.files[question.id] ? says('choose a file') : undefined
  const value = values[0]
  if (value === undefined) return question.required ? says(missing[kind]) : undefined
  switch (kind) {
    case 'short-text':
      return value.length > 500 ? says('please keep this under 500 characters') : undefined
    case 'long-text':
      return wordsProblem(countWords(value), min, max, says)
    case 'single-choice':
      return options.some((choice) => choice.id === value) ? undefined : says(missing[kind])
    case 'yes-no':
      return value === 'yes' || value === 'no' ? undefined : says(missing[kind])
    case 'multiple-choice':
      if (!values.every((one) => options.some((choice) => choice.id === one)))
        return says('choose from the answers given')
      return max && values.length > max ? says(`choose ${max} at most`) : undefined
    case 'number':
      return numberProblem(Number(value.replace(',', '.')), min, max, says)
    case 'date':
      return dateProblem(value, says)
    case 'link':
      return isLink(value) ? undefined : says('write the whole address, starting with https://')
  }
}

const missing = {
  'short-text': 'please write an answer',
  'long-text': 'please write an answer',
  'single-choice': 'choose one answer',
  'multiple-choice': 'choose at least one answer',
  'yes-no': 'choose yes or no',
  number: 'write a number',
  date: 'give a date',
  link: 'give a link',
} as const

type Says = (text: string) => Problem

const wordsProblem = (count: number, least: number | undefined, most: number | undefined, says: Says) => {
  const now = `this is ${count} ${count === 1 ? 'word' : 'words'}`
  if (least !== undefined && count < least) return says(`${now}; please write at least ${least}`)
  if (most !== undefined && count > most) return says(`${now}; please keep to ${most}`)
  return undefined
}

const numberProblem = (value: number, least: number | undefined, most: number | undefined, says: Says) => {
  if (!Number.isFinite(value)) return says('write it in digits, such as 12 or 12.5')
  if (least !== undefined && value < least) return says(`this must be ${least} or more`)
  if (most !== undefined && value > most) return says(`this must be ${most} or less`)
  return undefined
}

const dateProblem = (value: string, says: Says) => {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T12:00:00Z`).toJSON()?.startsWith(value)
  return real ? undefined : says('write it as year-month-day, such as 2027-02-28')
}

const isLink = (written: string): boolean => {
  const url = URL.parse(written)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.')
}
