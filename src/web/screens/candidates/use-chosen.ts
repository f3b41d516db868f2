import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask, type OutputOf, type Queries } from '../../api/client.ts'

export type Together = OutputOf<Queries, 'views.chosenCandidates'>

export interface ActDialog {
  readonly ids: readonly string[]
  readonly together: Together | undefined
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** What is true of the chosen together; asked in parts, as an address holds only so many. */
export const useChosen = (ids: readonly string[]): Together | undefined =>
  useQuery({
    queryKey: ['views.chosenCandidates', { candidateIds: ids }],
    queryFn: async ({ signal }) => {
      const parts: Together[] = []
      for (let at = 0; at < ids.length; at += partSize)
        parts.push(
          await ask('views.chosenCandidates', { candidateIds: ids.slice(at, at + partSize) }, signal),
        )
      return parts.reduce(addedUp)
    },
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  }).data

const partSize = 200

/** Two parts as one: counts add, of tags and owners by who they are. */
export const addedUp = (one: Together, other: Together): Together => ({
  people: one.people + other.people,
  inProcess: one.inProcess + other.inProcess,
  doNotContact: one.doNotContact + other.doNotContact,
  withoutMail: one.withoutMail + other.withoutMail,
  tags: byId([...one.tags, ...other.tags]),
  owners: byId([...one.owners, ...other.owners]),
})

const byId = <Counted extends { readonly id: string | null; readonly people: number }>(
  rows: readonly Counted[],
): Counted[] =>
  [...Map.groupBy(rows, ({ id }) => id).values()].map((same) => ({
    ...same[0]!,
    people: same.reduce((sum, { people }) => sum + people, 0),
  }))
