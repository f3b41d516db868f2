import { changeTags } from '../../candidates/acts/change-tags.ts'
import { writeNotes } from '../../candidates/acts/write-notes.ts'
import { addCandidates } from '../../candidates/arrivals/add-candidates.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { notes } from './letters.ts'
import { inventIdentity } from './names.ts'
import { professions } from './professions.ts'
import { chance } from './random.ts'
import { inventResume } from './resumes.ts'
import type { Tell } from './teller.ts'

/** Adds people who never applied, as the sourcer does. */
export const createKnownPeople = ({
  tell,
  sourcer,
  taken,
}: {
  readonly tell: Tell
  readonly sourcer: Actor
  /** Names that somebody of the demo bears already. */
  readonly taken: Set<string>
}) => {
  /** Somebody met, referred or found, who never applied. */
  const known = async (number: number): Promise<{ candidateId: string; profession: string }> => {
    const own = chance(number * 104_729)
    const identity = inventIdentity(own, number, taken)
    const profession = own.pick(professions)
    const resume = inventResume(own, identity, profession)
    const added = await tell(
      addCandidates,
      {
        candidates: [
          {
            name: identity.name,
            emails: [identity.mail],
            phones: own.percent(60) ? [identity.phone] : [],
            title: resume.jobs[0]!.title,
            company: resume.jobs[0]!.employer,
            location: identity.town,
            country: identity.country,
            sourceDetail: own.pick([
              'Open lab evening, 8 October',
              'Talk at a robotics meetup',
              'Found by Ayşe',
              'Referred by Lars',
            ]),
          },
        ],
      },
      sourcer,
    )
    const id = added.candidates[0]!.candidateId
    if (own.percent(30))
      await tell(
        changeTags,
        {
          candidateIds: [id],
          add: [own.pick(['open lab evening', 'speaks German', 'ask in spring', 'finalist elsewhere'])],
          remove: [],
        },
        sourcer,
      )
    if (own.percent(15)) await tell(writeNotes, { candidateIds: [id], body: own.pick(notes) }, sourcer)
    return { candidateId: id, profession: profession.key }
  }

  return known
}
