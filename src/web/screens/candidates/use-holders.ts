import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/client.ts'

/** Which of the people have the very file of an upload already; asked in parts, as an address holds only so many. */
export const useHolders = (
  token: string | undefined,
  ids: readonly string[],
): ReadonlySet<string> | undefined =>
  useQuery({
    queryKey: ['documents.holdersOfUpload', { token, candidateIds: ids }],
    queryFn: async ({ signal }) => {
      const holders: string[] = []
      for (let at = 0; at < ids.length; at += partSize)
        holders.push(
          ...(await ask(
            'documents.holdersOfUpload',
            { token: token!, candidateIds: ids.slice(at, at + partSize) },
            signal,
          )),
        )
      return new Set(holders)
    },
    enabled: token !== undefined,
    retry: false,
  }).data

const partSize = 200
