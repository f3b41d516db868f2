import { attribute, each, given, type Html, html } from '../html.ts'
import { answerField, type Draft, handleField } from '../model/draft.ts'
import type { Problem } from '../model/problems.ts'
import type { Question } from '../model/question.ts'
import { checks, type Field, field, group, textField } from './fields.ts'

/** The form's own questions, each as its kind asks. */
export const questionFields = (
  questions: readonly Question[],
  draft: Draft,
  problems: readonly Problem[],
): Html =>
  html`<div class="form">${each(questions, (question) => questionField(question, draft, problems))}</div>`

const questionField = (question: Question, draft: Draft, problems: readonly Problem[]): Html => {
  const { kind, min, max, options = [] } = question
  const answers = draft.answers[question.id] ?? []
  const value = answers[0] ?? ''
  const one: Field = {
    id: answerField(question.id),
    label: question.label,
    hint: question.hint ?? hints(question),
    optional: !question.required,
    problems,
  }
  switch (kind) {
    case 'short-text':
      return textField(one, value, { maxlength: 500 })
    case 'long-text':
      return field(
        one,
        (tied) =>
          html`<textarea${tied} rows="6"${attribute('required', question.required)}>${'\n'}${value}</textarea>`,
      )
    case 'single-choice':
      return group(one, 'radiogroup', checks('radio', one.id, options, answers))
    case 'yes-no':
      return group(one, 'radiogroup', checks('radio', one.id, yesNo, answers))
    case 'multiple-choice':
      return group(one, 'group', checks('checkbox', one.id, options, answers))
    case 'number':
      return html`<div class="short">${textField(one, value, { type: 'number', min, max, step: 'any' })}</div>`
    case 'date':
      return html`<div class="short">${textField(one, value, { type: 'date' })}</div>`
    case 'link':
      return textField(one, value, { type: 'url' })
    case 'file':
      return fileField(one, draft.files[question.id], question)
  }
}

const fileField = (one: Field, held: Draft['files'][string] | undefined, question: Question): Html =>
  field(
    one,
    (tied) =>
      html`${given(
        held,
        (file) =>
          html`<p class="small">${english.held(file.name)}</p><input type="hidden" name="${handleField(question.id)}" value="${file.handle}">`,
      )}<input type="file"${tied}>`,
  )

const hints = ({ kind, min, max, unit }: Question): string | undefined => {
  if (kind === 'long-text') return english.words(min, max)
  if (kind === 'multiple-choice' && max) return english.most(max)
  if (kind === 'number') return unit
  if (kind === 'link') return english.link
  return undefined
}

const english = {
  held: (name: string) => `We have ${name}. Choose another file to replace it.`,
  words: (least?: number, most?: number) =>
    least && most
      ? `${least} to ${most} words.`
      : least
        ? `At least ${least} words.`
        : most
          ? `At most ${most} words.`
          : undefined,
  most: (most: number) => `Choose up to ${most}.`,
  link: 'The whole address, starting with https://',
}

const yesNo = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
]
