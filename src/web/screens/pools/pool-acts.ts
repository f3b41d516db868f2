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
import { addedWords } from './pool-words.ts'

interface PoolNamed {
  readonly id: string
  readonly name: string
}
type Ids = readonly string[]

/** Puts people into a pool, says who was passed over, and offers to take it back; answers whether it was done. */
export const addPeople = async (pool: PoolNamed, candidateIds: Ids, stageId?: string): Promise<boolean> => {
  const done = await told('crm.addToPool', {
    poolId: pool.id,
    candidateIds: [...candidateIds],
    ...(stageId ? { stageId } : {}),
  })
  if (done)
    offerUndo({
      ...addedWords(pool.name, done),
      undo: () =>
        done.added.length > 0 &&
        told('crm.removeFromPool', { poolId: pool.id, candidateIds: [...done.added] }),
    })
  return done !== undefined
}

/** Puts members into another stage, and offers to put each back where they stood. */
export const movePeople = async (pool: PoolNamed, candidateIds: Ids, stage: PoolNamed): Promise<boolean> => {
  const done = await told('crm.moveInPool', {
    poolId: pool.id,
    candidateIds: [...candidateIds],
    stageId: stage.id,
  })
  if (done)
    offerUndo({
      says: `Moved ${people(done.moved.length)} to ${stage.name}`,
      ...(done.moved.length < candidateIds.length
        ? { follows: `${candidateIds.length - done.moved.length} stood there already` }
        : {}),
      undo: async () => {
        for (const [stageId, same] of Map.groupBy(done.moved, (one) => one.fromStageId))
          await told('crm.moveInPool', { poolId: pool.id, candidateIds: idsOf(same), stageId })
      },
    })
  return done !== undefined
}

/** Takes people out of a pool, and offers to put each back where they stood. */
export const takeOut = async (pool: PoolNamed, candidateIds: Ids): Promise<boolean> => {
  const done = await told('crm.removeFromPool', { poolId: pool.id, candidateIds: [...candidateIds] })
  if (done)
    offerUndo({
      says: `Took ${people(done.removed.length)} out of ${pool.name}`,
      undo: async () => {
        for (const [stageId, same] of Map.groupBy(done.removed, (one) => one.stageId)) {
          const back = await told('crm.addToPool', { poolId: pool.id, candidateIds: idsOf(same), stageId })
          const alone = back?.skipped.find(({ code }) => code === 'do-not-contact')
          if (alone) showRefusal({ code: alone.code, says: `Not put back: ${alone.says}` })
        }
      },
    })
  return done !== undefined
}

/** Takes up again people who were let be. */
export const wake = async (candidateIds: Ids): Promise<void> => {
  const done = await told('crm.wakeSnoozed', { candidateIds: [...candidateIds] })
  if (done && done.woken.length > 0)
    offerUndo({
      says: `${people(done.woken.length)} taken up again`,
      undo: async () => {
        for (const same of Map.groupBy(done.woken, (one) => `${one.until} ${one.reason}`).values())
          await told('crm.snoozeProspects', {
            candidateIds: idsOf(same),
            until: same[0]!.until,
            reason: same[0]!.reason,
          })
      },
    })
}

/** Asks again whatever shows pools, their people or what is known of them. */
export const freshenPools = (): void => {
  for (const name of touched) void queryClient.invalidateQueries({ queryKey: [name] })
}

const touched: readonly QueryName[] = [
  'views.pools',
  'views.pool',
  'views.candidates',
  'views.candidateFacets',
  'views.timeline',
  'crm.poolsOf',
  'crm.prospectOf',
]

const idsOf = (members: readonly { readonly candidateId: string }[]): string[] =>
  members.map(({ candidateId }) => candidateId)

/** Runs a command whose place may be gone when it is answered: a refusal is said at the edge of the screen. */
const told = async <Name extends CommandName>(
  name: Name,
  input: InputOf<Commands, Name>,
): Promise<OutputOf<Commands, Name> | undefined> => {
  const answer = await call(name, input)
  freshenPools()
  if (answer.ok) return answer.value
  showRefusal(answer.refusal)
  return undefined
}
