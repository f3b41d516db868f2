import { Select } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../api/use-ask.ts'
import type { PoolLine } from './StageBar.tsx'

/** Which pool and which of its stages is chosen; what was chosen last is proposed again. */
export const useChosenPool = () => {
  const { data } = useAsk('views.pools', {}, { staleTime: 60_000 })
  const pools = data?.pools ?? []
  const [poolId, setPoolId] = useState(() => localStorage.getItem(lastPool))
  const [stageOf, setStageOf] = useState<{ readonly poolId: string; readonly stageId: string }>()
  const pool: PoolLine | undefined = pools.find(({ id }) => id === poolId)
  const stageId = pool && stageOf?.poolId === pool.id ? stageOf.stageId : pool?.stages[0]?.id
  return {
    pools,
    isLoading: !data,
    pool,
    stageId,
    choose: (id: string) => {
      localStorage.setItem(lastPool, id)
      setPoolId(id)
    },
    chooseStage: (id: string) => pool && setStageOf({ poolId: pool.id, stageId: id }),
  }
}

const lastPool = 'last-pool'

/** The fields of that choice. */
export const PoolChoice = ({
  choice,
  autoFocus = false,
}: {
  readonly choice: ReturnType<typeof useChosenPool>
  /** A dialog finds its first field by itself. */
  readonly autoFocus?: boolean
}) => (
  <>
    <Select
      label="Pool"
      placeholder={choice.isLoading || choice.pools.length > 0 ? 'Choose a pool' : 'There is no pool yet'}
      data={choice.pools.map(({ id, name }) => ({ value: id, label: name }))}
      value={choice.pool?.id ?? null}
      onChange={(id) => id && choice.choose(id)}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No pool of this name"
      data-autofocus
      autoFocus={autoFocus}
    />
    {choice.pool && (
      <Select
        label="Stage"
        data={choice.pool.stages.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.stageId ?? null}
        onChange={(id) => id && choice.chooseStage(id)}
        allowDeselect={false}
      />
    )}
  </>
)
