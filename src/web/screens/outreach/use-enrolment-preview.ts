import { useQuery } from '@tanstack/react-query'
import { ask, type OutputOf, type Queries, type Refused } from '../../api/client.ts'

type Part = OutputOf<Queries, 'crm.previewEnrolment'>

/** Who would get a sequence and who would not; asked in parts, as an address holds only so many. */
export const useEnrolmentPreview = (
  sequenceId: string | undefined,
  ids: readonly string[],
  senderId: string | undefined,
) =>
  useQuery<Pick<Part, 'fit' | 'skipped'>, Refused>({
    queryKey: ['crm.previewEnrolment', { sequenceId, ids, senderId }],
    queryFn: async ({ signal }) => {
      const parts: Part[] = []
      for (let at = 0; at < ids.length; at += partSize) {
        const candidateIds = ids.slice(at, at + partSize)
        const input = { sequenceId: sequenceId!, candidateIds, ...(senderId ? { senderId } : {}) }
        parts.push(await ask('crm.previewEnrolment', input, signal))
      }
      return {
        fit: parts.flatMap(({ fit }) => fit),
        skipped: parts.flatMap(({ skipped }) => skipped),
      }
    },
    enabled: sequenceId !== undefined,
    retry: false,
  })

const partSize = 150
