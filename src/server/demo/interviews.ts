import { bookInterviews } from '../../ats/interviews/book-interviews.ts'
import { debrief } from '../../ats/interviews/debrief.ts'
import { planInterviews } from '../../ats/interviews/plan-interviews.ts'
import { recordDecision } from '../../ats/interviews/record-decision.ts'
import { setInterviewPlan } from '../../ats/interviews/set-interview-plan.ts'
import { saveScorecard, submitScorecard } from '../../ats/interviews/write-scorecard.ts'
import { job as jobSeen } from '../../ats/jobs/jobs.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { instant } from '../../kernel/model/time.ts'
import { type CastName, people } from './cast.ts'
import { demoCards, demoPlans } from './interview-words.ts'
import type { Event } from './road.ts'
import type { Tell } from './teller.ts'

const hour = 3_600_000
const day = 24 * hour

type DemoJobKey = keyof typeof demoPlans
const jobKeys = ['motion', 'perception'] as const

/** Two jobs with plans, and in the last week interviews in all their states: rated, disputed, owed, booked, to come. */
export const createInterviews = ({
  kernel,
  tell,
  actors,
  end,
  jobIdOf,
  inInterviews,
}: {
  readonly kernel: Kernel
  readonly tell: Tell
  readonly actors: Readonly<Record<CastName, Actor>>
  readonly end: number
  readonly jobIdOf: (key: string) => string
  /** Who stands in interviews on a job by then, the latest arrivals first. */
  readonly inInterviews: (jobId: string) => Promise<readonly string[]>
}) => {
  const steps = new Map<DemoJobKey, readonly { readonly id: string; readonly name: string }[]>()
  const ids = new Map<string, string>()
  const recruiter = actors.maren

  const writePlans = async () => {
    for (const key of jobKeys) {
      const jobId = jobIdOf(key)
      const seen = await kernel.ask(jobSeen, { jobId: jobId as never }, { actor: recruiter })
      if (!seen.ok) throw new Error(seen.refusal.says)
      const stageId = seen.value.stages.find(({ kind }) => kind === 'interview')!.id
      const plan = demoPlans[key].map((one) => ({
        ...one.plan,
        stageId,
        interviewerIds: [people[one.by].id],
      }))
      steps.set(key, (await tell(setInterviewPlan, { jobId, steps: plan }, recruiter)).steps)
    }
  }

  /** Plans both interviews of whoever stands there; which applicant plays which part is known from now on. */
  const planFor = (key: DemoJobKey, parts: readonly string[]) => async () => {
    const applicants = await inInterviews(jobIdOf(key))
    for (const [at, part] of parts.entries()) {
      const applicationId = applicants[at]
      if (!applicationId) return
      const interviews = steps.get(key)!.map(({ id }, place) => ({
        applicationId,
        stepId: id,
        interviewerIds: [people[demoPlans[key][place]!.by].id],
      }))
      const done = await tell(planInterviews, { interviews }, recruiter)
      if (!done) continue
      ids.set(part, applicationId)
      for (const [place, { interviewId }] of done.planned.entries()) ids.set(`${part} ${place}`, interviewId)
    }
  }
  const known = (part: string, act: (id: string) => Promise<unknown>) => async () => {
    const id = ids.get(part)
    if (id) await act(id)
  }
  const book = (part: string, startsAt: number) =>
    known(part, (interviewId) =>
      tell(
        bookInterviews,
        {
          bookings: [
            { interviewId, startsAt: instant(startsAt), zone: 'Europe/Amsterdam', place: 'Lab 2, Rotterdam' },
          ],
        },
        recruiter,
      ),
    )
  const send = (part: string, by: CastName, content: object) =>
    known(part, (interviewId) => tell(submitScorecard, { interviewId, content }, actors[by]))
  const decide = (part: string) =>
    known(part, async (applicationId) => {
      const seen = await kernel.ask(debrief, { applicationId: applicationId as never }, { actor: recruiter })
      if (!seen.ok) return
      await tell(
        recordDecision,
        {
          applicationId,
          outcome: 'offer',
          because:
            'Both saw hardware tuned with care, once in words and once at the arm. Nothing below the bar.',
          evidence: seen.value.scorecards.map(({ scorecardId }) => scorecardId),
          deciderId: people.tomas.id,
        },
        recruiter,
      )
    })

  /** Ten in the morning in Amsterdam, in winter, so many working days before or after the demo's now. */
  const morning = (days: number): number => {
    let at = Math.floor(end / day) * day + 9 * hour
    for (let left = Math.abs(days); left > 0; ) {
      at += Math.sign(days) * day
      const weekday = new Date(at).getUTCDay()
      if (weekday !== 0 && weekday !== 6) left--
    }
    return at
  }
  const talk = demoCards.good['Technical talk']
  const beginnings = (): Event[] => [
    { at: end - 29 * day, run: writePlans },
    { at: morning(-3) - 20 * hour, run: planFor('motion', ['good', 'mixed', 'owed', 'booked']) },
    { at: morning(-3) - 19 * hour, run: planFor('perception', ['seen', 'open']) },
    ...(
      [
        ['good 0', morning(-3)],
        ['good 1', morning(-3) + 2 * hour],
        ['mixed 0', morning(-2)],
        ['mixed 1', morning(-2) + 2 * hour],
        ['owed 0', morning(-1)],
        ['owed 1', morning(-1) + 2 * hour],
        ['seen 0', morning(-1) + 4 * hour],
        ['seen 1', morning(2) + 4 * hour],
        ['booked 0', morning(1)],
        ['booked 1', morning(2)],
      ] as const
    ).map(([part, startsAt], nth) => ({
      at: morning(-3) - (18 - nth / 10) * hour,
      run: book(part, startsAt),
    })),
    { at: morning(-3) + 3 * hour, run: send('good 0', 'ifeoma', talk) },
    { at: morning(-3) + 5 * hour, run: send('good 1', 'tomas', demoCards.good['At the arm']) },
    { at: morning(-2) + 3 * hour, run: send('mixed 0', 'ifeoma', demoCards.mixed['Technical talk']) },
    { at: morning(-2) + 5 * hour, run: send('mixed 1', 'tomas', demoCards.mixed['At the arm']) },
    { at: morning(-2) + 6 * hour, run: decide('good') },
    { at: morning(-1) + 5 * hour, run: send('owed 1', 'tomas', demoCards.good['At the arm']) },
    { at: morning(-1) + 6 * hour, run: send('seen 0', 'ifeoma', demoCards.good['System design']) },
    {
      at: morning(-1) + 7 * hour,
      run: known('owed 0', (interviewId) =>
        tell(
          saveScorecard,
          {
            interviewId,
            content: { ...talk, ratings: talk.ratings.slice(0, 1), recommendation: null, summary: '' },
          },
          actors.ifeoma,
        ),
      ),
    },
  ]
  return { beginnings }
}
