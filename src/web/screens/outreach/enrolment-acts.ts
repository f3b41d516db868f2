import type { Answer } from '../../../crm/model/enrolment.ts'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import {
  type CommandName,
  type Commands,
  call,
  type InputOf,
  type OutputOf,
  type QueryName,
} from '../../api/client.ts'
import { queryClient } from '../../api/use-ask.ts'
import { people } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'

type Ids = readonly string[]

/** Puts people into a sequence, says who was left out, and offers to take it back; answers whether it was done. */
export const enrolPeople = async (
  sequence: { readonly id: string; readonly name: string },
  candidateIds: Ids,
  senderId: string | undefined,
): Promise<boolean> => {
  const done = await told('crm.enrol', {
    sequenceId: sequence.id,
    candidateIds: [...candidateIds],
    ...(senderId ? { senderId } : {}),
  })
  if (done)
    offerUndo({
      says:
        done.enrolled.length > 0
          ? `Enrolled ${people(done.enrolled.length)} in ${sequence.name}`
          : `Nobody was enrolled in ${sequence.name}`,
      ...(done.skipped.length > 0 ? { follows: `${done.skipped.length} left out, each for a reason` } : {}),
      undo: () =>
        done.enrolled.length > 0 &&
        told('crm.takeOut', { enrolmentIds: done.enrolled.map(({ enrolmentId }) => enrolmentId) }),
    })
  return done !== undefined
}

/** Lets a sequence wait for people, and offers to go on. */
export const pause = async (enrolmentIds: Ids): Promise<void> => {
  const done = await told('crm.pauseEnrolments', { enrolmentIds: [...enrolmentIds] })
  if (done)
    offerUndo({ says: `Paused for ${people(done.paused.length)}`, undo: () => goOn(done.paused, false) })
}

/** Lets a sequence go on for people. */
export const goOn = async (enrolmentIds: Ids, offer = true): Promise<void> => {
  if (enrolmentIds.length === 0) return
  const done = await told('crm.resumeEnrolments', { enrolmentIds: [...enrolmentIds] })
  if (done && offer)
    offerUndo({
      says:
        done.resumed.length > 0 ? `Goes on for ${people(done.resumed.length)}` : 'In another sequence by now',
      undo: () => done.resumed.length > 0 && told('crm.pauseEnrolments', { enrolmentIds: [...done.resumed] }),
    })
}

/** Takes people out, and offers to go on where they were. */
export const takeOut = async (enrolmentIds: Ids): Promise<void> => {
  const done = await told('crm.takeOut', { enrolmentIds: [...enrolmentIds] })
  if (done)
    offerUndo({ says: `Took out ${people(done.takenOut.length)}`, undo: () => goOn(done.takenOut, false) })
}

/** Notes how somebody answered, and offers to note again what was noted before. */
export const noteAnswer = async (
  enrolmentId: string,
  answer: Answer | null,
  before: Answer | null,
): Promise<void> => {
  const done = await told('crm.noteAnswers', { enrolmentIds: [enrolmentId], answer })
  if (done)
    offerUndo({
      says: 'Noted',
      undo: () => told('crm.noteAnswers', { enrolmentIds: [enrolmentId], answer: before }),
    })
}

/** What shows sequences and the people in them. */
export const showsSequences: readonly QueryName[] = [
  'views.sequences',
  'views.sequence',
  'views.enrolledPeople',
  'crm.sequencesOf',
  'crm.previewSequence',
  'crm.previewEnrolment',
  'views.timeline',
]

/** Runs a command whose place may be gone when it is answered: a refusal is said at the edge of the screen. */
const told = async <Name extends CommandName>(
  name: Name,
  input: InputOf<Commands, Name>,
): Promise<OutputOf<Commands, Name> | undefined> => {
  const answer = await call(name, input)
  for (const query of showsSequences) void queryClient.invalidateQueries({ queryKey: [query] })
  if (answer.ok) return answer.value
  showRefusal(answer.refusal)
  return undefined
}
