import type { CastName, offices } from './cast.ts'

/** One job of the demo: what `ats.createJob` takes, and how far it has come. */
export interface DemoJob {
  readonly key: string
  readonly title: string
  readonly department: string
  readonly office: keyof typeof offices
  readonly profession: string
  readonly state: 'draft' | 'open' | 'on-hold' | 'closed'
  readonly openedDaysAgo: number
  readonly applicants: number
  readonly seats: number
  readonly pay: readonly [number, number]
  readonly team: readonly (readonly [
    CastName,
    'recruiter' | 'hiring-manager' | 'coordinator' | 'sourcer' | 'interviewer',
    boolean?,
  ])[]
  readonly summary: string
  readonly work: readonly string[]
  readonly need: readonly {
    readonly says: string
    readonly must: boolean
    readonly words: readonly string[]
  }[]
  readonly questions: readonly {
    readonly id: string
    readonly kind: 'long-text' | 'short-text' | 'yes-no' | 'single-choice'
    readonly label: string
    readonly required: boolean
    readonly options?: readonly string[]
  }[]
  readonly confidential?: boolean
}

/** Questions that several jobs ask. */
export const sharedQuestions = {
  start: {
    id: 'start',
    kind: 'short-text',
    label: 'When could you start, and for how many hours a week?',
    required: true,
  },
  example: {
    id: 'example',
    kind: 'long-text',
    label: 'Tell us of a change that made things worse. How did you know?',
    required: true,
  },
  permit: {
    id: 'permit',
    kind: 'single-choice',
    label: 'May you work in the country of this job, now or with our help?',
    required: true,
    options: ['Yes, now', 'With your help', 'I don’t know'],
  },
} as const
