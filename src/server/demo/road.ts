import { advanceApplications } from '../../ats/applications/advance-applications.ts'
import { awaitAnswer } from '../../ats/applications/await-answer.ts'
import { hireApplication } from '../../ats/applications/hire-application.ts'
import { holdApplications } from '../../ats/applications/hold-applications.ts'
import { rejectApplications } from '../../ats/applications/reject-applications.ts'
import { setPromise } from '../../ats/applications/set-promise.ts'
import { withdrawApplications } from '../../ats/applications/withdraw-application.ts'
import { writeOwnMessage } from '../../ats/own-page/own-say.ts'
import { writeNotes } from '../../candidates/acts/write-notes.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { answerThread } from '../../messaging/inbox/write-mail.ts'
import type { DemoDays } from './days.ts'
import { notes, ours, replies, stillDeciding } from './letters.ts'
import type { Chance } from './random.ts'
import type { Tell } from './teller.ts'

const hour = 3_600_000
const day = 24 * hour

/** Something that happens at a moment of the story. */
export interface Event {
  readonly at: number
  readonly run: () => Promise<void>
}

/** What becomes of one application after it came in, as events in time. */
export const roadOf = (parts: {
  readonly tell: Tell
  readonly days: DemoDays
  readonly threadOf: (applicationId: string) => Promise<string>
  /** What the next one asks who still waits: not twice the same on one screen. */
  readonly nextReply: () => string
  /** True for as many finalists as the job hires. */
  readonly takeSeat: () => boolean
  readonly recruiter: Actor
  /** Known only once the application came in. */
  readonly ids: { readonly candidateId?: string; readonly applicationId?: string }
  readonly at: number
  /** A finalist, whatever the dice say. */
  readonly chosen: boolean
  readonly own: Chance
}): Event[] => {
  const { tell, days, recruiter, ids, at, own } = parts
  const { end } = days
  const events: Event[] = []
  const later = (after: number, run: () => Promise<unknown>) => {
    if (at + after < end) events.push({ at: at + after, run: async () => void (await run()) })
  }
  const it = () => ({ applicationIds: [ids.applicationId!] })
  const advance = () => tell(advanceApplications, { ...it(), mail: true }, recruiter)
  const says = (text: string) =>
    tell(
      writeOwnMessage,
      { applicationId: ids.applicationId, text },
      { kind: 'candidate', id: ids.candidateId as CandidateId },
    )
  const answers = async (text: string) =>
    tell(answerThread, { threadId: await parts.threadOf(ids.applicationId!), text }, recruiter)
  const hire = () => tell(hireApplication, { applicationId: ids.applicationId }, recruiter)
  const reject = (because: object) => tell(rejectApplications, { ...it(), ...because }, recruiter)
  /** Still in process at the end of the story: with a promised day, and now and then a question just asked. */
  const waits = (step: number) => {
    if (at + step >= end) return
    const promise = days.nextPromise(at + step)
    if (own.percent(14)) later(end - at - own.whole(1, 22) * hour, () => says(parts.nextReply()))
    later(promise.setAt - at, () =>
      promise.late || own.percent(65)
        ? tell(setPromise, { ...it(), promisedFor: promise.promisedFor }, recruiter)
        : tell(awaitAnswer, { ...it(), what: own.pick(asked), by: promise.promisedFor }, recruiter),
    )
  }

  const decided = own.whole(1, 5) * day + own.whole(1, 6) * hour
  const age = end - at
  // Only who came in the last days may still wait to be read.
  const drawn = own.next()
  const fate = parts.chosen ? 0.675 : drawn >= 0.9 && age > 6 * day ? 0.3 : drawn
  if (own.percent(12)) {
    later(0.6 * day, () => says(own.pick(replies)))
    later(1.3 * day, () => answers(own.pick(ours)))
  }
  if (fate < 0.08)
    later(decided, () => tell(withdrawApplications, { ...it(), reasonCode: 'withdrew-other-job' }, recruiter))
  // Nobody is put aside for longer than a few weeks: who came before that was told no.
  else if (fate < 0.52 || (fate < 0.6 && age > 17 * day))
    later(decided, () =>
      reject({
        reasonCode: own.pick(['must-not-shown', 'less-experience']),
        note: 'Read by two of us.',
      }),
    )
  else if (fate < 0.6)
    later(decided, () =>
      tell(
        holdApplications,
        { ...it(), until: days.nextWake(), reason: 'Waits for the second seat' },
        recruiter,
      ),
    )
  else if (fate < 0.9) {
    later(decided, advance)
    if (own.percent(40))
      later(decided + hour, () =>
        tell(
          writeNotes,
          { candidateIds: [ids.candidateId], applicationId: ids.applicationId, body: own.pick(notes) },
          recruiter,
        ),
      )
    const second = decided + 7 * day
    const isFinalist = fate >= 0.66 && fate < 0.72
    const last = decided + (isFinalist ? 17 : fate < 0.78 ? own.whole(15, 19) : own.whole(9, 12)) * day
    if (fate < 0.78) later(second, advance)
    if (isFinalist) {
      later(last, advance)
      if (age > last + 12 * day) later(last + 11 * day, parts.takeSeat() ? hire : () => reject(otherChosen))
      // Who waits for the last word hears at least that it is still being decided.
      else if (age > last + 6 * day)
        later(age - own.whole(20, 70) * hour, () => answers(own.pick(stillDeciding)))
    } else later(last, () => reject(otherChosen))
    if (age < last + (isFinalist ? 12 * day : 0))
      waits(age > last ? last : fate < 0.78 && age > second ? second : decided)
  }
  return events
}

const otherChosen = {
  reasonCode: 'other-chosen',
  note: 'Strong; the other one had done it before.',
  tell: { by: 'mail', template: 'rejection-after-interview' },
}
const asked = ['pick a time', 'portfolio link', 'notice period', 'travel dates'] as const
