import { z } from 'zod'

export const questionKinds = [
  'short-text',
  'long-text',
  'single-choice',
  'multiple-choice',
  'yes-no',
  'number',
  'date',
  'file',
  'link',
] as const
export type QuestionKind = (typeof questionKinds)[number]

const option = z.object({ id: z.string().min(1).max(60), label: z.string().trim().min(1).max(200) })

/** One question; its id stays while its wording is edited. A wrong answer never rejects anybody (R44). */
export const question = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,60}$/),
    kind: z.enum(questionKinds),
    label: z.string().trim().min(1).max(500),
    hint: z.string().trim().max(500).optional(),
    required: z.boolean().default(false),
    options: z.array(option).max(60).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string().max(30).optional(),
  })
  .refine((one) => !one.kind.endsWith('-choice') || (one.options?.length ?? 0) >= 2, {
    message: 'a choice needs at least two options',
    path: ['options'],
  })
export type Question = z.output<typeof question>

const asked = z.enum(['needed', 'optional', 'not-asked'])

/** The form of a posting: which fixed fields it asks for, and its own questions. */
export const form = z
  .object({
    phone: asked.default('optional'),
    town: asked.default('not-asked'),
    resume: z.enum(['needed', 'optional']).default('optional'),
    coverLetter: z.enum(['optional', 'not-asked']).default('not-asked'),
    questions: z.array(question).max(40).default([]),
  })
  .refine((one) => new Set(one.questions.map((each) => each.id)).size === one.questions.length, {
    message: 'two questions have the same id',
    path: ['questions'],
  })

/** What was sent for one question: texts; for files the tokens their upload gave. */
export const givenAnswer = z.object({
  questionId: z.string().max(60),
  value: z.union([z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(500)).max(60)]),
})
export type GivenAnswer = z.output<typeof givenAnswer>

/** As asked and given: stands by itself when the form is edited later (R40). */
export interface Answer {
  readonly questionId: string
  readonly label: string
  readonly kind: QuestionKind
  readonly value: string | number | boolean | readonly string[] | null
}

export interface FormProblem {
  readonly field: string
  readonly says: string
}

/** Answers frozen with their questions, or what keeps the form from being sent. Unknown questions are dropped. */
export const readAnswers = (
  questions: readonly Question[],
  given: readonly GivenAnswer[],
): { readonly answers: readonly Answer[]; readonly problems: readonly FormProblem[] } => {
  const byId = new Map(given.map((answer) => [answer.questionId, answer.value]))
  const problems: FormProblem[] = []
  const answers = questions.map((one): Answer => {
    const read = readOne(one, byId.get(one.id))
    if (typeof read === 'object' && read !== null && 'problem' in read) {
      problems.push({ field: one.id, says: `${one.label}: ${read.problem}` })
      return { questionId: one.id, label: one.label, kind: one.kind, value: null }
    }
    if (one.required && isEmpty(read))
      problems.push({ field: one.id, says: `${one.label}: an answer is needed` })
    return { questionId: one.id, label: one.label, kind: one.kind, value: read }
  })
  return { answers, problems }
}

type Value = Answer['value']
const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

const readOne = (one: Question, value: GivenAnswer['value'] | undefined): Value | { problem: string } => {
  const first = Array.isArray(value) ? value[0] : value
  if (first === undefined || first === '') return one.kind === 'multiple-choice' ? [] : null
  const text = String(first).normalize('NFC')
  switch (one.kind) {
    case 'short-text':
    case 'long-text':
      return text
    case 'single-choice':
      return labelOf(one, text) ?? { problem: 'choose one of the answers' }
    case 'multiple-choice': {
      const chosen = (Array.isArray(value) ? value : [text]).map((id) => labelOf(one, id))
      return chosen.every((label) => label !== undefined)
        ? (chosen as string[])
        : { problem: 'choose from the answers' }
    }
    case 'yes-no':
      if (typeof first === 'boolean') return first
      return text === 'yes' || text === 'true'
        ? true
        : text === 'no' || text === 'false'
          ? false
          : { problem: 'choose yes or no' }
    case 'number': {
      const number = Number(text.replace(',', '.'))
      if (!Number.isFinite(number)) return { problem: 'write a number' }
      if (one.min !== undefined && number < one.min) return { problem: `at least ${one.min}` }
      if (one.max !== undefined && number > one.max) return { problem: `at most ${one.max}` }
      return number
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
        ? text
        : { problem: 'write the day as year-month-day' }
    case 'link':
      return /^https?:\/\/\S+\.\S+$/i.test(text)
        ? text
        : { problem: 'write the whole address, starting with https://' }
    case 'file':
      return Array.isArray(value) ? value : [text]
  }
}

const labelOf = (one: Question, idOrLabel: string): string | undefined =>
  one.options?.find((option) => option.id === idOrLabel || option.label === idOrLabel)?.label
