import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { fieldsOf } from '../../messaging/model/template.ts'

export const sequenceStates = ['draft', 'running', 'archived'] as const
export type SequenceState = (typeof sequenceStates)[number]

/** From one person so many mails of sequences leave within a day; the rest goes the day after. */
export const mailsASenderADay = 80

/** The field that a person's own line stands in. */
export const personalLineField = 'personal.line'

/** What a step says and when: the wait counts working days after the step before. */
export const stepPlan = z.object({
  id: z.uuid().optional(),
  waitDays: z.number().int().min(0).max(100),
  subject: z.string().trim().max(300).default(''),
  body: z.string().trim().min(1, 'Write what the step says.').max(20_000),
  needsPersonalLine: z.boolean().default(false),
  sameThread: z.boolean().default(false),
})
export type StepPlan = z.output<typeof stepPlan>

export interface SequenceStep extends StepPlan {
  readonly id: string
  readonly position: number
}

export const sequencePlan = {
  name: z.string().trim().min(1, 'Give the sequence a name.').max(120),
  access: z.enum(['team', 'private']).default('team'),
}
export const stepPlans = z.array(stepPlan).min(1, 'A sequence has a first step.').max(12)

/** Whether the steps can be sent one after the other: each conversation has a subject, each field is one there is. */
export const checkSteps = (steps: readonly StepPlan[]): Result<null> => {
  for (const [position, step] of steps.entries()) {
    const no = (code: string, says: string) =>
      refuse(code, `Step ${position + 1}: ${says}`, { field: 'steps', details: { position } })
    if (step.sameThread && position === 0) return no('no-thread', 'there is no conversation to go on in yet.')
    if (!step.sameThread && step.subject === '')
      return no('no-subject', 'a new conversation needs a subject.')
    if (position > 0 && step.waitDays === 0) return no('no-wait', 'wait at least one working day before it.')
    const { fields, unknown } = fieldsOf(`${step.subject}\n${step.body}`)
    if (unknown.length > 0) return no('unknown-field', `there is no field “${unknown[0]}”.`)
    if (step.needsPersonalLine && !fields.includes(personalLineField))
      return no('no-place-for-line', 'put the field “Personal line” where the line shall stand.')
    if (!step.needsPersonalLine && fields.includes(personalLineField))
      return no('line-not-needed', 'it has a place for a personal line, so it needs one.')
  }
  return ok(null)
}

/** Steps that were sent stay where they are; their words may change, and new ones follow them. */
export const keepsSentSteps = (
  steps: readonly StepPlan[],
  sent: readonly { readonly id: string; readonly position: number }[],
): boolean => sent.every(({ id, position }) => steps[position]?.id === id)

/** The subject of a step: in the same thread it answers the one that began it. */
export const subjectOf = (steps: readonly SequenceStep[], position: number): string => {
  const step = steps[position]!
  if (!step.sameThread) return step.subject
  const first = steps.slice(0, position).findLast(({ sameThread }) => !sameThread)
  return `Re: ${first?.subject ?? ''}`
}

/** Everything that the steps say, to see at once what a person lacks for any of them. */
export const allWords = (
  steps: readonly SequenceStep[],
): { readonly subject: string; readonly text: string } => ({
  subject: steps[0]?.subject ?? '',
  text: steps.map(({ subject, body }) => `${subject}\n${body}`).join('\n'),
})

const firstStep: StepPlan = {
  waitDays: 0,
  subject: 'Your work, and ours',
  body: `Hello {{ candidate.first_name }},

your work made me think of what we do at {{ organisation.name }}. Would you like to hear more? Ten minutes are enough, and a no is fine too.

{{ sender.full_name }}`,
  needsPersonalLine: false,
  sameThread: false,
}

/** The steps a new sequence begins with; every one can be written over or removed. */
export const stepsAtFirst: readonly StepPlan[] = [
  firstStep,
  {
    ...firstStep,
    waitDays: 4,
    subject: '',
    sameThread: true,
    body: `Hello {{ candidate.first_name }},

in case my mail came at a bad time: I would still like to tell you what we build, whenever it suits you.

{{ sender.first_name }}`,
  },
  {
    ...firstStep,
    waitDays: 6,
    subject: '',
    sameThread: true,
    body: `Hello {{ candidate.first_name }},

this is the last time I ask. If another time of the year is better, a word is enough and I come back then.

{{ sender.first_name }}`,
  },
]
