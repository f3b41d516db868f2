import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { undoDecisions } from '../../src/ats/applications/undo-decisions.ts'
import { bookInterviews } from '../../src/ats/interviews/book-interviews.ts'
import { cancelInterviews } from '../../src/ats/interviews/cancel-interviews.ts'
import { debrief } from '../../src/ats/interviews/debrief.ts'
import { interviewPlan } from '../../src/ats/interviews/interview-plan.ts'
import { offerTimes } from '../../src/ats/interviews/offer-times.ts'
import { planInterviews } from '../../src/ats/interviews/plan-interviews.ts'
import { recordDecision } from '../../src/ats/interviews/record-decision.ts'
import { scorecard } from '../../src/ats/interviews/scorecard.ts'
import { setInterviewPlan } from '../../src/ats/interviews/set-interview-plan.ts'
import { setInterviewers } from '../../src/ats/interviews/set-interviewers.ts'
import { saveScorecard, submitScorecard } from '../../src/ats/interviews/write-scorecard.ts'
import { setTeam } from '../../src/ats/jobs/change-job.ts'
import { chooseTime, ownTimes } from '../../src/ats/own-page/choose-time.ts'
import { sql } from '../../src/kernel/sql.ts'
import type { WriteTx } from '../../src/kernel/transaction.ts'
import { timeline } from '../../src/views/timeline.ts'
import { type Cast, people } from '../support/cast.ts'
import { codeOf, given, type Scene, scene, someone } from './scene.ts'

let at: Scene
let cast: Cast
beforeAll(async () => {
  at = await scene()
  cast = at.cast
})
afterAll(() => at.test.close())

const as = (actor: Cast[keyof Cast]) => ({ actor })
const team = [
  { userId: people.maren.id, role: 'recruiter', leads: true },
  { userId: people.tomas.id, role: 'hiring-manager', leads: true },
  { userId: people.ifeoma.id, role: 'interviewer' },
  { userId: people.lars.id, role: 'interviewer' },
]
const full = (more: object = {}) =>
  ({
    ratings: [{ attributeId: 'ros', rating: 4, words: 'Zwischenfrequenz' }],
    recommendation: 'yes',
    summary: 'Would work with them',
    ...more,
  }) as never

/** A job whose plan has two interviews, with so many applicants. */
const jobWithPlan = async (applicants = 1) => {
  const { jobId, slug } = await at.newJob({ team })
  const stages = await at.rows(
    sql<{ id: string }>`select id from ats.stage where job_id = ${jobId} and kind = 'interview'`,
  )
  const step = (name: string, interviewerIds: string[]) => ({
    stageId: stages[0]!.id,
    name,
    minutes: 60,
    kit: 'Ask about the arm.',
    focus: [{ attributeId: 'ros', ask: 'What did you build?' }],
    interviewerIds,
  })
  const { steps } = given(
    await at.kernel.run(
      setInterviewPlan,
      {
        jobId,
        steps: [step('Technical', [people.ifeoma.id]), step('With the head', [people.tomas.id])],
      } as never,
      as(cast.maren),
    ),
  )
  for (let index = 0; index < applicants; index++) given(await at.applyAs(slug, someone()))
  const applications = await at.applicationsOf(jobId)
  return { jobId, steps: steps.map(({ id }) => id), applications, application: applications[0]! }
}
/** Both interviews planned for the first applicant: Ifeoma’s and Tomás’s. */
const planned = async () => {
  const job = await jobWithPlan()
  const done = given(
    await at.kernel.run(
      planInterviews,
      {
        interviews: [
          { applicationId: job.application.id, stepId: job.steps[0], interviewerIds: [people.ifeoma.id] },
          { applicationId: job.application.id, stepId: job.steps[1], interviewerIds: [people.tomas.id] },
        ],
      } as never,
      as(cast.maren),
    ),
  )
  const [technical, head] = done.planned.map(({ interviewId }) => interviewId)
  return { ...job, technical: technical!, head: head! }
}
const seen = async (applicationId: string, actor: Cast[keyof Cast]) =>
  given(await at.kernel.ask(debrief, { applicationId } as never, as(actor)))
const send = (interviewId: string, actor: Cast[keyof Cast], content = full()) =>
  at.kernel.run(submitScorecard, { interviewId, content } as never, as(actor))

describe('a plan of interviews', () => {
  it('is kept in order, keeps its steps when it is changed, and takes only the job’s team', async () => {
    const { jobId, steps } = await jobWithPlan()
    const plan = async () => given(await at.kernel.ask(interviewPlan, { jobId }, as(cast.maren))).steps
    expect((await plan()).map(({ name }) => name)).toEqual(['Technical', 'With the head'])
    const [technical, head] = await plan()
    const planOf = ({ jobId: _, position: __, ...step }: NonNullable<typeof technical>) => step
    const change = (more: object) =>
      at.kernel.run(
        setInterviewPlan,
        { jobId, steps: [planOf(head!), { ...planOf(technical!), ...more }] } as never,
        as(cast.maren),
      )
    given(await change({ name: 'Deep technical' }))
    expect((await plan()).map(({ id, name }) => [id, name])).toEqual([
      [steps[1], 'With the head'],
      [steps[0], 'Deep technical'],
    ])
    expect(codeOf(await change({ interviewerIds: [people.jonas.id] }))).toBe('not-on-team')
    expect(codeOf(await change({ focus: [{ attributeId: 'charm', ask: '' }] }))).toBe('unknown-criterion')
  })

  it('is planned for an applicant once, and the interview keeps the kit it was planned with', async () => {
    const { jobId, steps, application, technical } = await planned()
    const again = await at.kernel.run(
      planInterviews,
      {
        interviews: [{ applicationId: application.id, stepId: steps[0], interviewerIds: [people.lars.id] }],
      } as never,
      as(cast.maren),
    )
    expect(codeOf(again)).toBe('planned-already')
    given(await at.kernel.run(setInterviewPlan, { jobId, steps: [] } as never, as(cast.maren)))
    const card = given(await at.kernel.ask(scorecard, { interviewId: technical } as never, as(cast.ifeoma)))
    expect(card.interview).toMatchObject({
      name: 'Technical',
      kit: 'Ask about the arm.',
      attributes: [{ id: 'ros', says: 'Has worked with ROS', ask: 'What did you build?' }],
    })
  })

  it('costs the same statements for two applicants as for two hundred', async () => {
    const cost = async (many: number) => {
      const { jobId, steps, applications } = await jobWithPlan()
      await sql`insert into candidates.candidate (id, name, name_key, sort_key, source, created_at, updated_at, last_activity_at, relationship_since)
        select ('0192b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'N', 'n', 'n', 'import', now(), now(), now(), now()
        from generate_series(1, ${many}) n on conflict do nothing`.execute(at.test.database.write)
      await sql`insert into ats.application (id, candidate_id, job_id, stage_id, applied_at, entered_stage_at, updated_at, source)
        select gen_random_uuid(), c.id, ${jobId}, ${applications[0]!.stageId}, now(), now(), now(), 'import'
        from candidates.candidate c where c.id::text like '0192b000%' order by c.id limit ${many}`.execute(
        at.test.database.write,
      )
      const all = await at.applicationsOf(jobId)
      let statements = 0
      const counted = {
        ...planInterviews,
        handle: (tx: WriteTx, parsed: never) => {
          const one = <T>(run: T) =>
            ((...args: never[]) => {
              statements++
              return (run as (...given: never[]) => unknown)(...args)
            }) as T
          return planInterviews.handle(
            { ...tx, rows: one(tx.rows), row: one(tx.row), change: one(tx.change) },
            parsed,
          )
        },
      }
      given(
        await at.kernel.run(
          counted as never,
          {
            interviews: all.map(({ id }) => ({
              applicationId: id,
              stepId: steps[0],
              interviewerIds: [people.ifeoma.id, people.lars.id],
            })),
          },
          as(cast.maren),
        ),
      )
      return statements
    }
    expect(await cost(200)).toBe(await cost(2))
  })
})

describe('scorecards stay closed (R41)', () => {
  it('to whoever owes one: neither words nor numbers nor who is in, whatever their role', async () => {
    const { application, technical, head } = await planned()
    const { version } = given(await send(technical, cast.ifeoma))
    expect(version).toBe(1)
    // Tomás leads the job and owes his own.
    const closed = await seen(application.id, cast.tomas)
    expect(closed).toMatchObject({
      mayRead: false,
      scorecards: [],
      records: [],
      owed: [{ interviewId: head }],
    })
    expect(closed.interviews.find(({ id }) => id === technical)).toMatchObject({
      state: 'planned',
      interviewers: [{ isIn: null }],
    })
    expect(JSON.stringify(closed)).not.toContain('Zwischenfrequenz')
    const line = async (actor: Cast[keyof Cast]) =>
      given(
        await at.kernel.ask(timeline, { candidateId: application.candidateId, limit: 100 }, as(actor)),
      ).entries.map(({ name }) => name)
    expect(await line(cast.tomas)).not.toContain('scorecard.submitted')
    expect(await line(cast.maren)).toContain('scorecard.submitted')

    given(await send(head, cast.tomas, full({ recommendation: 'no' })))
    const open = await seen(application.id, cast.tomas)
    expect(open.mayRead).toBe(true)
    expect(open.scorecards.map(({ authorName }) => authorName)).toEqual(['Ifeoma Nwosu', 'Tomás Echeverría'])
    expect(open.interviews.map(({ state }) => state)).toEqual(['complete', 'complete'])
    expect(await line(cast.tomas)).toContain('scorecard.submitted')
  })

  it('while it is a draft, to everybody else, also to who may read all', async () => {
    const { application, technical } = await planned()
    given(
      await at.kernel.run(
        saveScorecard,
        { interviewId: technical, content: full({ recommendation: null }) } as never,
        as(cast.ifeoma),
      ),
    )
    const own = given(await at.kernel.ask(scorecard, { interviewId: technical } as never, as(cast.ifeoma)))
    expect(own.content.ratings[0]!.words).toBe('Zwischenfrequenz')
    expect(own).toMatchObject({ version: 0, submittedAt: null, othersOpen: false })
    const others = await seen(application.id, cast.maren)
    expect(others.mayRead).toBe(true)
    expect(others.scorecards).toEqual([])
    expect(codeOf(await at.kernel.ask(scorecard, { interviewId: technical } as never, as(cast.maren)))).toBe(
      'not-found',
    )
  })

  it('to an interviewer without the right to read, unless they have interviewed this applicant', async () => {
    const { application, technical } = await planned()
    given(await send(technical, cast.ifeoma))
    expect((await seen(application.id, cast.ifeoma)).scorecards).toHaveLength(1)
    const other = await planned()
    given(await send(other.head, cast.tomas))
    given(
      await at.kernel.run(
        setInterviewers,
        { interviews: [{ interviewId: other.technical, interviewerIds: [people.maren.id] }] } as never,
        as(cast.maren),
      ),
    )
    expect((await seen(other.application.id, cast.ifeoma)).mayRead).toBe(false)
    // She interviews now, so the same holds for the recruiter.
    expect((await seen(other.application.id, cast.maren)).mayRead).toBe(false)
  })

  it('and one that was not written unread is marked: by who left the panel to read, or read and then joined', async () => {
    const { application, technical, head } = await planned()
    const holding = async (interviewId: string, userId: string) =>
      given(
        await at.kernel.run(
          setInterviewers,
          { interviews: [{ interviewId, interviewerIds: [userId] }] } as never,
          as(cast.maren),
        ),
      )
    const marked = async () =>
      (await seen(application.id, cast.priya)).scorecards.map(({ authorName, couldRead }) => [
        authorName.split(' ')[0],
        couldRead,
      ])
    given(await send(technical, cast.ifeoma))
    // Lars has no right to read, so nothing stood open to him.
    await holding(head, people.lars.id)
    expect((await seen(application.id, cast.tomas)).mayRead).toBe(true)
    await holding(head, people.tomas.id)
    expect((await seen(application.id, cast.tomas)).mayRead).toBe(false)
    given(await send(head, cast.tomas))
    expect(await marked()).toEqual([
      ['Ifeoma', false],
      ['Tomás', true],
    ])

    const read = await planned()
    given(await send(read.technical, cast.ifeoma))
    await holding(read.head, people.lars.id)
    await holding(read.head, people.maren.id)
    given(await send(read.head, cast.maren))
    const cards = (await seen(read.application.id, cast.priya)).scorecards
    expect(cards.map(({ couldRead }) => couldRead)).toEqual([false, true])

    const unread = await planned()
    given(await send(unread.technical, cast.ifeoma))
    await holding(unread.head, people.lars.id)
    given(await send(unread.head, cast.lars))
    const both = (await seen(unread.application.id, cast.priya)).scorecards
    expect(both.map(({ couldRead }) => couldRead)).toEqual([false, false])
  })
})

describe('a scorecard', () => {
  it('that is sent again is a further version, and the first stands beside it', async () => {
    const { application, technical } = await planned()
    given(await send(technical, cast.ifeoma))
    expect(codeOf(await send(technical, cast.ifeoma))).toBe('nothing-changed')
    const { version } = given(
      await send(
        technical,
        cast.ifeoma,
        full({ ratings: [{ attributeId: 'ros', rating: 2, words: 'On second thought' }] }),
      ),
    )
    expect(version).toBe(2)
    const [card] = (await seen(application.id, cast.maren)).scorecards
    expect(card!.versions.map((one) => [one.version, one.ratings[0]!.rating])).toEqual([
      [2, 2],
      [1, 4],
    ])
  })

  it('is sent by whoever holds the interview, and nobody else', async () => {
    const { technical } = await planned()
    expect(codeOf(await send(technical, cast.tomas))).toBe('not-found')
    expect(codeOf(await send(technical, cast.lars))).toBe('not-found')
    expect(codeOf(await send(technical, cast.ifeoma, full({ recommendation: null })))).toBe(
      'no-recommendation',
    )
  })

  it('keeps its interview from being called off or given to somebody else', async () => {
    const { technical, head } = await planned()
    given(await send(technical, cast.ifeoma))
    const cancel = (interviewIds: string[]) =>
      at.kernel.run(cancelInterviews, { interviewIds } as never, as(cast.maren))
    const change = (interviewId: string, interviewerIds: string[]) =>
      at.kernel.run(
        setInterviewers,
        { interviews: [{ interviewId, interviewerIds }] } as never,
        as(cast.maren),
      )
    expect(codeOf(await cancel([technical, head]))).toBe('scorecard-is-in')
    expect(codeOf(await change(technical, [people.lars.id]))).toBe('scorecard-is-in')
    expect(codeOf(await change(head, [people.jonas.id]))).toBe('not-on-team')
    given(await change(head, [people.lars.id]))
    given(await cancel([head]))
    expect(codeOf(await send(head, cast.lars))).toBe('cancelled')
  })

  it('closes with the team: who left the job reads nothing', async () => {
    const { jobId, application, technical } = await planned()
    given(await send(technical, cast.ifeoma))
    given(
      await at.kernel.run(
        setTeam,
        { jobId, team: team.filter(({ userId }) => userId !== people.ifeoma.id) } as never,
        as(cast.maren),
      ),
    )
    expect(
      codeOf(await at.kernel.ask(debrief, { applicationId: application.id } as never, as(cast.ifeoma))),
    ).toBe('not-found')
  })
})

describe('a decision', () => {
  const record = (applicationId: string, evidence: string[], more: object = {}, actor = cast.maren) =>
    at.kernel.run(
      recordDecision,
      {
        applicationId,
        outcome: 'offer',
        because: 'Both saw it.',
        evidence,
        deciderId: people.tomas.id,
        ...more,
      } as never,
      as(actor),
    )

  it('stands on scorecards as they were, keeps the dissent, and is told on the line', async () => {
    const { application, technical, head } = await planned()
    const one = given(await send(technical, cast.ifeoma))
    expect(codeOf(await record(application.id, [one.scorecardId]))).toBe('scorecards-missing')
    const other = given(await send(head, cast.tomas, full({ recommendation: 'no' })))
    const both = [one.scorecardId, other.scorecardId]
    expect(codeOf(await record(application.id, both))).toBe('dissent-unsaid')
    given(await record(application.id, both, { dissent: 'Not this code today.' }))
    given(await send(technical, cast.ifeoma, full({ summary: 'Later I thought less of it' })))
    const [kept] = (await seen(application.id, cast.maren)).records
    expect(kept).toMatchObject({
      outcome: 'offer',
      dissent: 'Not this code today.',
      deciderName: 'Tomás Echeverría',
      recordedByName: 'Maren Osei',
      evidence: [
        { scorecardId: one.scorecardId, version: 1 },
        { scorecardId: other.scorecardId, version: 1 },
      ],
    })
    const [fact] = await at.factsNamed('decision.recorded')
    expect(fact).toMatchObject({ particulars: { outcome: 'offer', scorecards: 2 } })
  })

  it('is not written by who owes a scorecard, and waits for none that is explained away', async () => {
    const { application, technical } = await planned()
    const { scorecardId } = given(await send(technical, cast.ifeoma))
    expect(codeOf(await record(application.id, [scorecardId], {}, cast.tomas))).toBe('own-scorecard-first')
    given(await record(application.id, [scorecardId], { without: 'Tomás is on leave until May.' }))
  })
})

describe('a time', () => {
  const book = (interviewId: string, startsAt: string) =>
    at.kernel.run(
      bookInterviews,
      { bookings: [{ interviewId, startsAt, zone: 'Europe/Amsterdam', place: 'Room 2' }] } as never,
      as(cast.maren),
    )

  it('is booked for everybody, moved, and given back with the interview', async () => {
    const one = await planned()
    given(await book(one.technical, '2031-03-03T09:00:00Z'))
    const [interview] = (await seen(one.application.id, cast.maren)).interviews
    expect(interview).toMatchObject({
      state: 'booked',
      startsAt: '2031-03-03T09:00:00.000Z',
      endsAt: '2031-03-03T10:00:00.000Z',
      zone: 'Europe/Amsterdam',
      place: 'Room 2',
      interviewers: [{ answer: 'none' }],
    })
    expect(codeOf(await send(one.technical, cast.ifeoma))).toBe('not-yet')
    const other = await planned()
    expect(codeOf(await book(other.technical, '2031-03-03T09:30:00Z'))).toBe('taken')
    given(await book(one.technical, '2031-03-04T09:00:00Z'))
    given(await book(other.technical, '2031-03-03T09:30:00Z'))
    given(await at.kernel.run(cancelInterviews, { interviewIds: [other.technical] } as never, as(cast.maren)))
    given(await book(one.technical, '2031-03-03T09:30:00Z'))
  })

  it('is given back in the transaction that ends the application; taken back, the interview is planned', async () => {
    const one = await planned()
    given(await book(one.technical, '2031-05-05T09:00:00Z'))
    const { done } = given(
      await at.kernel.run(
        rejectApplications,
        { applicationIds: [one.application.id], reasonCode: 'conditions' } as never,
        as(cast.maren),
      ),
    )
    const other = await planned()
    given(await book(other.technical, '2031-05-05T09:00:00Z'))
    given(await at.kernel.run(undoDecisions, { decisionIds: [done[0]!.decisionId] } as never, as(cast.maren)))
    const [interview] = (await seen(one.application.id, cast.maren)).interviews
    expect(interview).toMatchObject({ state: 'planned', startsAt: null })
  })

  /** The mails about an interview's times, oldest first: what they are and what they tell a calendar. */
  const toldOf = (applicationId: string) =>
    at.rows(
      sql<{ template: string; state: string; method: string; sequence: string; text: string }>`
        select template_key as template, state, calendar ->> 'method' as method, body_text as text,
          substring(calendar ->> 'text' from 'SEQUENCE:(\\d+)') as sequence
        from messaging.message where application_id = ${applicationId} and template_key like 'interview-%' order by id`,
    )
  const told = async (applicationId: string) =>
    (await toldOf(applicationId)).map(({ template, state, method, sequence }) =>
      [template.slice('interview-'.length), state, method, sequence].join(' '),
    )
  const left = (applicationId: string) =>
    sql`update messaging.message set state = 'sent', sent_at = now() where application_id = ${applicationId} and state = 'waiting'`.execute(
      at.test.database.write,
    )

  it('is told with the entry for the calendar; of what has not left only the newest goes', async () => {
    const { application, technical } = await planned()
    given(await book(technical, '2031-06-02T09:00:00Z'))
    expect(await told(application.id)).toEqual(['invitation waiting REQUEST 0'])
    const [first] = await toldOf(application.id)
    expect(first!.text).toMatch(/When: Monday,? 2 June 2031 at 11:00 CEST\nWhere: Room 2\nWith: Ifeoma Nwosu/)
    given(await book(technical, '2031-06-03T09:00:00Z'))
    expect(await told(application.id)).toEqual([
      'invitation cancelled REQUEST 0',
      'invitation waiting REQUEST 1',
    ])
    await left(application.id)
    given(await book(technical, '2031-06-04T09:00:00Z'))
    await left(application.id)
    given(await at.kernel.run(cancelInterviews, { interviewIds: [technical] } as never, as(cast.maren)))
    expect((await told(application.id)).slice(2)).toEqual([
      'moved sent REQUEST 2',
      'cancelled waiting CANCEL 3',
    ])
  })

  it('that nobody heard of is not called off to them', async () => {
    const { application, technical } = await planned()
    given(await book(technical, '2031-06-09T09:00:00Z'))
    given(await at.kernel.run(cancelInterviews, { interviewIds: [technical] } as never, as(cast.maren)))
    expect(await told(application.id)).toEqual(['invitation cancelled REQUEST 0'])
  })

  it('leaves their calendar when the application ends', async () => {
    const { application, technical } = await planned()
    given(await book(technical, '2031-06-10T09:00:00Z'))
    await left(application.id)
    given(
      await at.kernel.run(
        rejectApplications,
        { applicationIds: [application.id], reasonCode: 'conditions' } as never,
        as(cast.maren),
      ),
    )
    expect(await told(application.id)).toEqual(['invitation sent REQUEST 0', 'cancelled waiting CANCEL 1'])
  })
})

describe('a time of their own', () => {
  const offered = async () => {
    const one = await planned()
    given(await at.kernel.run(offerTimes, { interviewIds: [one.technical] }, as(cast.maren)))
    const actor = { kind: 'candidate' as const, id: one.application.candidateId as never }
    const times = () => at.kernel.ask(ownTimes, { interviewId: one.technical }, { actor })
    const choose = (startsAt: string) =>
      at.kernel.run(chooseTime, { interviewId: one.technical, startsAt, zone: 'America/New_York' }, { actor })
    return { ...one, actor, times, choose }
  }
  const free = async (times: Awaited<ReturnType<typeof offered>>['times']) =>
    given(await times()).slots.map(({ startsAt }) => startsAt)

  it('is offered by mail and chosen among what is free for everybody, with a day of notice', async () => {
    const { application, times, choose, technical } = await offered()
    const asked = await at.rows(sql<{ text: string }>`select body_text as text from messaging.message
      where application_id = ${application.id} and template_key = 'interview-choose-time'`)
    expect(asked).toHaveLength(1)
    expect(asked[0]!.text).toMatch(/\/careers\/me\/open\//)
    const [first] = await free(times)
    expect(Date.parse(first!)).toBeGreaterThanOrEqual(Date.parse(at.test.kernel.clock()) + 24 * 3_600_000)
    given(await choose(first!))
    const [interview] = (await seen(application.id, cast.maren)).interviews
    expect(interview).toMatchObject({
      id: technical,
      state: 'booked',
      startsAt: first,
      zone: 'America/New_York',
    })
    const mail = await at.rows(sql<{
      method: string
    }>`select calendar ->> 'method' as method from messaging.message
      where application_id = ${application.id} and template_key = 'interview-invitation'`)
    expect(mail).toEqual([{ method: 'REQUEST' }])
  })

  it('that somebody took meanwhile is refused in words, and so is one that was never offered', async () => {
    const [one, other] = [await offered(), await offered()]
    const [first] = await free(one.times)
    expect(await free(other.times)).toContain(first)
    given(await one.choose(first!))
    expect(codeOf(await other.choose(first!))).toBe('taken')
    expect(await free(other.times)).not.toContain(first)
    expect(codeOf(await other.choose('2031-01-01T03:00:00Z'))).toBe('taken')
  })

  it('of two who choose it at once, one gets it', async () => {
    const [one, other] = [await offered(), await offered()]
    const [first] = await free(one.times)
    const both = await Promise.all([one.choose(first!), other.choose(first!)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((answer) => (answer.ok ? [] : answer.refusal.code))).toEqual(['taken'])
  })

  it('is changed for another until a day before it, and is nobody else’s to choose', async () => {
    const { application, technical, times, choose } = await offered()
    const [first, , , fourth] = await free(times)
    given(await choose(first!))
    given(await choose(fourth!))
    const [interview] = (await seen(application.id, cast.maren)).interviews
    expect(interview).toMatchObject({ startsAt: fourth })
    const stranger = (await offered()).actor
    expect(codeOf(await at.kernel.ask(ownTimes, { interviewId: technical }, { actor: stranger }))).toBe(
      'not-found',
    )
    await sql`update ats.interview set starts_at = ${at.test.kernel.clock()}, ends_at = ${at.test.kernel.clock()}::timestamptz + interval '1 hour' where id = ${technical}`.execute(
      at.test.database.write,
    )
    expect(codeOf(await choose(first!))).toBe('not-found')
  })

  it('is not offered where one is booked, nor to who is no longer in process', async () => {
    const { technical, application, choose, times } = await offered()
    const [first] = await free(times)
    given(await choose(first!))
    const again = () => at.kernel.run(offerTimes, { interviewIds: [technical] }, as(cast.maren))
    expect(codeOf(await again())).toBe('has-a-time')
    given(
      await at.kernel.run(
        rejectApplications,
        { applicationIds: [application.id], reasonCode: 'conditions' } as never,
        as(cast.maren),
      ),
    )
    expect(codeOf(await again())).toBe('not-active')
    expect(codeOf(await choose(first!))).toBe('not-found')
  })
})
