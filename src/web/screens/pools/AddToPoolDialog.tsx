import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import candidates from '../candidates/candidates.module.css'
import { people } from '../candidates/people-words.ts'
import { NewPool } from './NewPool.tsx'
import { PoolChoice, useChosenPool } from './PoolChoice.tsx'
import { addPeople } from './pool-acts.ts'

/** Puts people into a pool, one or many; says before who will be passed over. */
export const AddToPoolDialog = ({
  ids,
  together,
  name,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  readonly together?: { readonly doNotContact: number } | undefined
  /** Whom, when it is one. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const choice = useChosenPool()
  const [making, setMaking] = useState(false)
  const [running, setRunning] = useState(false)
  const { pool, stageId } = choice
  const run = async () => {
    if (!pool) return
    setRunning(true)
    const done = await addPeople(pool, ids, stageId)
    setRunning(false)
    if (done) onDone()
  }
  const alone = together?.doNotContact ?? 0
  if (making)
    return (
      <NewPool
        onClose={() => setMaking(false)}
        onMade={(poolId) => {
          choice.choose(poolId)
          setMaking(false)
        }}
      />
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Add ${name ?? people(ids.length)} to a pool`}
      act={
        <>
          <Button onClick={() => setMaking(true)}>New pool</Button>
          <Button variant="filled" disabled={!pool} loading={running} onClick={() => void run()}>
            Add to pool
          </Button>
        </>
      }
    >
      <div className={candidates.form}>
        <PoolChoice choice={choice} />
        {alone > 0 && (
          <p className={candidates.preview}>
            {people(alone)} will be skipped: asked not to be contacted. Who is in the pool already stays where
            they stand.
          </p>
        )}
      </div>
    </Dialog>
  )
}
