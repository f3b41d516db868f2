import type { SequenceState } from '../../../crm/model/sequence.ts'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useCall } from '../../api/use-ask.ts'
import { people } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'
import { showsSequences } from './enrolment-acts.ts'
import type { SequenceSeen } from './Sequence.tsx'

/** Starts, stops or puts a sequence away, and offers to take that back. */
export const useRunning = (sequence: SequenceSeen) => {
  const call = useCall('crm.setSequencesState', { freshens: showsSequences })
  const run = async (state: SequenceState) => {
    const answer = await call.run({ sequenceIds: [sequence.id], state })
    if (!answer.ok) showRefusal(answer.refusal)
    return answer.ok
  }
  const set = async (state: SequenceState) => {
    const before = sequence.state
    if (await run(state))
      offerUndo({
        says: {
          running: sequence.active > 0 ? `Started for ${people(sequence.active)}` : `${sequence.name} runs`,
          draft: before === 'archived' ? `${sequence.name} is a draft again` : `Stopped ${sequence.name}`,
          archived: `Archived ${sequence.name}`,
        }[state],
        undo: () => run(before),
      })
  }
  return { set, running: call.running }
}
