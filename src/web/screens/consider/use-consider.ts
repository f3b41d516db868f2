import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { people } from '../candidates/people-words.ts'
import { showRefusal } from '../candidates/show-refusal.ts'

/** What an act on leads changes on the screens. */
export const touchedByLeads = [
  'views.leads',
  'views.candidate',
  'views.candidates',
  'views.candidateFacets',
  'views.timeline',
] as const

/** Considering people for a job, and letting them go again; each can be taken back. */
export const useConsider = () => {
  const consider = useCall('handover.considerForJob', { freshens: touchedByLeads })
  const drop = useCall('handover.dropLeads', { freshens: touchedByLeads })
  return {
    running: consider.running || drop.running,
    refusal: consider.refusal,
    consider: async (jobId: string, jobTitle: string, candidateIds: readonly string[]): Promise<boolean> => {
      const answer = await consider.run({ jobId, candidateIds: [...candidateIds] } as never)
      if (!answer.ok) return false
      const { considered, skipped } = answer.value
      offerUndo({
        says:
          considered.length === 0
            ? `Nobody new is considered for ${jobTitle}`
            : `${people(considered.length)} considered for ${jobTitle}`,
        follows: skipped.length > 0 ? skippedSays(skipped) : 'Nobody is told',
        undo: async () => {
          if (considered.length > 0)
            await drop.run({ leadIds: considered.map(({ leadId }) => leadId), because: 'undone' })
        },
      })
      return true
    },
    letGo: async (lead: { readonly id: string; readonly name: string }): Promise<void> => {
      const answer = await drop.run({ leadIds: [lead.id], because: 'not-pursued' })
      if (!answer.ok) return showRefusal(answer.refusal)
      offerUndo({
        says: `${lead.name} is no longer considered`,
        follows: 'Nobody is told',
        undo: async () => {
          const back = await call('handover.takeUpLeads', { leadIds: [lead.id] })
          if (!back.ok) showRefusal(back.refusal)
        },
      })
    },
  }
}

/** "2 skipped: in the process of this job already". */
export const skippedSays = (skipped: readonly { readonly says: string }[]): string =>
  [...Map.groupBy(skipped, ({ says }) => says)]
    .map(([says, all]) => `${all.length} skipped: ${says.charAt(0).toLowerCase()}${says.slice(1)}`)
    .join('; ')
