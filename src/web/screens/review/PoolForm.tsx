import { Button } from '@mantine/core'
import { useState } from 'react'
import decide from '../decide/decide.module.css'
import { PoolChoice, useChosenPool } from '../pools/PoolChoice.tsx'
import { addPeople } from '../pools/pool-acts.ts'
import styles from './above.module.css'
import type { ReviewItem } from './use-review.ts'

/** Puts the person in hand into a pool; the application stays as it is. */
export const PoolForm = ({ item, onClose }: { readonly item: ReviewItem; readonly onClose: () => void }) => {
  const choice = useChosenPool()
  const [running, setRunning] = useState(false)
  const run = async () => {
    if (!choice.pool) return
    setRunning(true)
    const done = await addPeople(choice.pool, [item.candidateId], choice.stageId)
    setRunning(false)
    if (done) onClose()
  }
  return (
    <form
      className={styles.above}
      aria-label="Pool"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <PoolChoice choice={choice} autoFocus />
      <div className={decide.line}>
        <Button type="submit" variant="filled" loading={running} disabled={!choice.pool}>
          Add to pool
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
