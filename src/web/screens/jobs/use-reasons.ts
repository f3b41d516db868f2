import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'

export type Reason = OutputOf<Queries, 'ats.reasons'>['reasons'][number]

/** The typed reasons of a no, grouped by whose side they are on; `ordered` is the order of the digit keys. */
export const useReasons = () => {
  const all = useAsk('ats.reasons', {}, { staleTime: 5 * 60_000 }).data?.reasons ?? []
  // A transfer is an act of its own and not a no.
  const of = (side: Reason['side']) =>
    all.filter((reason) => reason.side === side && reason.code !== 'transferred')
  const sides = [
    { side: 'us', says: 'On our side', reasons: of('us') },
    { side: 'neither', says: 'On nobody’s side', reasons: of('neither') },
  ] as const
  return { sides, ordered: sides.flatMap((one) => one.reasons) }
}
