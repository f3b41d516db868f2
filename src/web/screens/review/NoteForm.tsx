import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import decide from '../decide/decide.module.css'
import styles from './above.module.css'
import type { ReviewItem } from './use-review.ts'

/** A note for the team, kept on the person and this application. */
export const NoteForm = ({ item, onClose }: { readonly item: ReviewItem; readonly onClose: () => void }) => {
  const [body, setBody] = useState('')
  const write = useCall('candidates.writeNotes', { freshens: ['views.timeline'] })
  const run = async () => {
    const answer = await write.run({
      candidateIds: [item.candidateId],
      applicationId: item.applicationId,
      body,
    })
    if (answer.ok) onClose()
  }
  return (
    <form
      className={styles.above}
      aria-label="Note"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Textarea
        label={`Note on ${item.name}`}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && body.trim()) void run()
        }}
        autosize
        minRows={2}
        maxRows={6}
        autoFocus
      />
      {write.refusal && <Refused>{write.refusal.says}</Refused>}
      <div className={decide.line}>
        <Button type="submit" variant="filled" loading={write.running} disabled={!body.trim()}>
          Keep the note
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
