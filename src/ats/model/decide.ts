import type { Fact } from '../../kernel/model/fact.ts'
import type { ApplicationId, JobId } from '../../kernel/model/id.ts'
import type { Decision, Refusal } from '../../kernel/model/result.ts'
import type { Instant } from '../../kernel/model/time.ts'
import {
  type Application,
  type ApplicationStateName,
  type Because,
  type Deciding,
  type Standing,
  standingOf,
} from './application.ts'
import {
  applicationAdvanced,
  applicationClosed,
  applicationHeld,
  applicationHired,
  applicationMoved,
  applicationRejected,
  applicationTransferred,
  applicationWithdrawn,
} from './facts.ts'
import type { Stage } from './stage.ts'

type Decided = Decision<Standing, Fact>
type No = Extract<Decided, { ok: false }>

const refuse = (code: string, says: string, more: Partial<Refusal> = {}): No => ({
  ok: false,
  refusal: { code, says, ...more },
})

const about = (one: Application) => ({
  candidateId: one.candidateId,
  applicationId: one.id,
  jobId: one.jobId,
})

const particulars = (one: Application, { decisionId }: Deciding) => ({
  decisionId,
  stageId: one.stageId,
  postingId: one.postingId,
  postingVersion: one.postingVersion,
})

const running = (one: Application): No | undefined =>
  one.state !== 'active'
    ? refuse('not-active', `This application has ended already (${endSays[one.state]}).`)
    : one.jobState === 'closed'
      ? refuse('job-closed', 'The job is closed. Reopen it first.')
      : undefined

const endSays: Readonly<Record<ApplicationStateName, string>> = {
  active: 'running',
  hired: 'hired',
  rejected: 'rejected',
  withdrawn: 'withdrawn by the candidate',
  closed: 'closed',
}

/** Puts the application into a stage that is not the hire; going on is `advanced`, any other way `moved`. */
export const moveTo = (
  one: Application,
  to: Stage,
  it: Deciding & { readonly forward: boolean; readonly promisedFor: Instant; readonly mail: boolean },
): Decided => {
  const no = running(one)
  if (no) return no
  if (to.id === one.stageId) return refuse('same-stage', `The application stands in “${to.name}” already.`)
  if (to.kind === 'hired') return refuse('hire-is-its-own', 'A hire is an act of its own.')
  const kind = { ...particulars(one, it), stageId: to.id, fromStageId: one.stageId }
  return {
    ok: true,
    state: {
      ...standingOf(one),
      stageId: to.id,
      enteredStageAt: it.now,
      turn: 'us',
      turnSays: to.candidateSays ?? to.name,
      promisedFor: it.promisedFor,
      promiseMissedAt: null,
      heldUntil: null,
      heldReason: null,
    },
    facts: [
      it.forward
        ? applicationAdvanced(about(one), { ...kind, mail: it.mail })
        : applicationMoved(about(one), kind),
    ],
  }
}

/** Ends the application with the hire. */
export const hire = (
  one: Application,
  to: Stage,
  it: Deciding & { readonly openingId: string | null },
): Decided => {
  const no = running(one)
  if (no) return no
  return {
    ok: true,
    state: {
      ...standingOf(one),
      state: 'hired',
      stageId: to.id,
      enteredStageAt: it.now,
      turnSays: null,
      promisedFor: null,
      heldUntil: null,
      heldReason: null,
      closedAt: it.now,
      decidedBy: it.userId,
    },
    facts: [
      applicationHired(about(one), {
        ...particulars(one, it),
        stageId: to.id,
        fromStageId: one.stageId,
        openingId: it.openingId,
      }),
    ],
  }
}

/** Puts the application aside until a day; the candidate's page says so, and the promise moves with it. */
export const hold = (
  one: Application,
  it: Deciding & {
    readonly until: string
    readonly today: string
    readonly reason: string
    readonly promisedFor: Instant
  },
): Decided => {
  const no = running(one)
  if (no) return no
  if (it.until <= it.today) return refuse('hold-in-past', 'Choose a day after today on which it comes back.')
  return {
    ok: true,
    state: {
      ...standingOf(one),
      heldUntil: it.until,
      heldReason: it.reason,
      turn: 'us',
      promisedFor: it.promisedFor,
      promiseMissedAt: null,
    },
    // The reason as typed is free text and stays in its row.
    facts: [applicationHeld(about(one), { ...particulars(one, it), until: it.until, reason: 'typed' })],
  }
}

/** Ends it by our decision; only a person decides, and no rule stands in (GDPR Art. 22; R44). */
export const reject = (
  one: Application,
  because: Because,
  it: Deciding & { readonly mail: string },
): Decided => {
  const no = running(one)
  if (no) return no
  if (because.side === 'them')
    return refuse('wrong-side', 'This reason is the candidate’s own. Record it as a withdrawal.')
  if (it.mail === 'silent' && !because.note?.trim())
    return refuse('note-needed', 'Say in a note why this person gets no message.', { field: 'note' })
  const kind = { ...particulars(one, it), reason: because.code, side: because.side, mail: it.mail }
  return because.side === 'us'
    ? {
        ok: true,
        state: ended(one, 'rejected', because, it),
        facts: [applicationRejected(about(one), { ...kind, noted: Boolean(because.note) })],
      }
    : {
        ok: true,
        state: ended(one, 'closed', because, it),
        facts: [applicationClosed(about(one), kind)],
      }
}

/** Ends it because the person said so: on their page, or to somebody of the team who records it. */
export const withdraw = (one: Application, because: Because, it: Deciding): Decided => {
  if (one.state !== 'active') return running(one)!
  if (because.side !== 'them') return refuse('wrong-side', 'A withdrawal has a reason of the candidate’s.')
  return {
    ok: true,
    state: ended(one, 'withdrawn', because, it),
    facts: [
      applicationWithdrawn(about(one), {
        ...particulars(one, it),
        reason: because.code,
        side: because.side,
        recordedByStaff: it.userId !== null,
      }),
    ],
  }
}

/** Ends it here because it goes on as an application for another job. */
export const transfer = (
  one: Application,
  to: { readonly jobId: JobId; readonly applicationId: ApplicationId },
  it: Deciding,
): Decided => {
  const no = running(one)
  if (no) return no
  if (to.jobId === one.jobId) return refuse('same-job', 'The application is for this job already.')
  return {
    ok: true,
    state: ended(one, 'closed', { code: 'transferred', side: 'neither' }, it),
    facts: [
      applicationTransferred(about(one), {
        ...particulars(one, it),
        toJobId: to.jobId,
        toApplicationId: to.applicationId,
      }),
    ],
  }
}

const ended = (one: Application, state: ApplicationStateName, because: Because, it: Deciding): Standing => ({
  ...standingOf(one),
  state,
  turnSays: null,
  promisedFor: null,
  heldUntil: null,
  heldReason: null,
  closedAt: it.now,
  reasonCode: because.code,
  reasonSide: because.side,
  decidedBy: it.userId,
  decisionNote: because.note?.trim() || null,
})
