import { z } from 'zod'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import { userId } from './ids.ts'

export const employmentTypes = ['full-time', 'part-time', 'contract', 'temporary', 'internship'] as const
export const workplaces = ['on-site', 'hybrid', 'remote'] as const
export const teamRoles = ['recruiter', 'hiring-manager', 'coordinator', 'sourcer', 'interviewer'] as const
export const stageKinds = ['applied', 'review', 'interview', 'offer', 'hired'] as const
export const jobStates = ['draft', 'open', 'on-hold', 'closed'] as const

export type JobState = (typeof jobStates)[number]
export type StageKind = (typeof stageKinds)[number]

/** Amounts in units of the currency, for the whole period. */
export const pay = z
  .object({
    min: z.number().nonnegative(),
    max: z.number().nonnegative(),
    currency: z.string().regex(/^[A-Z]{3}$/, 'write the currency as three letters, such as EUR'),
    period: z.enum(['year', 'month', 'week', 'day', 'hour']),
    remark: z.string().max(300).optional(),
  })
  .refine((range) => range.min <= range.max, { message: 'the lower amount comes first', path: ['min'] })
export type Pay = z.output<typeof pay>

export const outcome = z.object({
  id: z.string().min(1).max(60),
  says: z.string().trim().min(1).max(500),
  months: z.number().int().min(1).max(60).optional(),
})

/** What the job needs, with the words that show it in a résumé or an answer. */
export const attribute = z.object({
  id: z.string().min(1).max(60),
  says: z.string().trim().min(1).max(300),
  must: z.boolean(),
  words: z.array(z.string().trim().min(1).max(80)).max(40).default([]),
  /** Words that say the opposite, such as “no work permit”. */
  against: z.array(z.string().trim().min(1).max(80)).max(40).default([]),
})
export type Attribute = z.output<typeof attribute>

export const teamMember = z.object({ userId, role: z.enum(teamRoles), leads: z.boolean().default(false) })
export type TeamMember = z.output<typeof teamMember>

/** The fields of a job's plan that creating and changing share. */
export const jobPlan = z.object({
  title: z.string().trim().min(1).max(200),
  department: z.string().trim().max(120).nullish(),
  officeId: z.uuid().nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  employmentType: z.enum(employmentTypes).default('full-time'),
  workplace: z.enum(workplaces).default('on-site'),
  confidential: z.boolean().default(false),
  outcomes: z.array(outcome).max(20).default([]),
  attributes: z.array(attribute).max(30).default([]),
  pay: pay.nullish(),
  answerWithinDays: z.number().int().min(1).max(60).default(5),
})
export type JobPlan = z.output<typeof jobPlan>

const next: Readonly<Record<JobState, readonly JobState[]>> = {
  draft: ['open', 'closed'],
  open: ['on-hold', 'closed'],
  'on-hold': ['open', 'closed'],
  closed: ['open'],
}

const stateSays: Readonly<Record<JobState, string>> = {
  draft: 'a draft',
  open: 'open',
  'on-hold': 'on hold',
  closed: 'closed',
}

/** Whether a job may go from one state to another. */
export const mayBecome = (from: JobState, to: JobState): Result<JobState> =>
  next[from].includes(to)
    ? ok(to)
    : refuse('job-state', `This job is ${stateSays[from]}; it can’t become ${stateSays[to]}.`)
