import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import decide from '../decide/decide.module.css'
import { type DecidedPerson, takingBack } from './decided-words.ts'
import styles from './take-back.module.css'
import { useDecidedActs } from './use-decided.ts'

/** Takes decisions back: what will happen first, then what became of each. */
export const TakeBackDialog = ({
  rows,
  onClose,
  onDone,
}: {
  readonly rows: readonly DecidedPerson[]
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  // The rows leave the list at once; what was asked about stays here to be told.
  const [asked] = useState(rows)
  const { undo } = useDecidedActs()
  const [result, setResult] = useState<{
    readonly undone: number
    readonly letters: number
    readonly left: readonly DecidedPerson[]
  }>()
  const { back, stay, letters, noLetters } = takingBack(asked)
  const run = async () => {
    const ids = back.flatMap((row) => row.decisionId ?? [])
    const told = { undone: 0, letters: 0, left: [...stay] }
    // One call takes so many.
    for (let at = 0; at < ids.length; at += 1000) {
      const answer = await undo.run({ decisionIds: ids.slice(at, at + 1000), leaveOut: true })
      if (!answer.ok && at === 0) return
      if (!answer.ok) {
        const says = answer.refusal.says
        told.left.push(...back.slice(at).map((row) => ({ ...row, stays: says })))
        break
      }
      const { undone, mailsCancelled, skipped } = answer.value
      told.undone += undone.length
      told.letters += mailsCancelled
      for (const one of skipped) {
        const row = asked.find((of) => of.decisionId === one.decisionId)
        if (row) told.left.push({ ...row, stays: one.says })
      }
    }
    onDone()
    setResult(told)
  }
  if (result)
    return (
      <Dialog
        opened
        onClose={onClose}
        title="Taken back"
        act={
          <Button variant="filled" onClick={onClose} data-autofocus>
            Done
          </Button>
        }
      >
        <div className={decide.guard} role="status">
          <b>{peopleSay(result.undone)} back in process, where they stood before</b>
          <span>{lettersSay(result.letters)} cancelled.</span>
          <Stay rows={result.left} />
        </div>
      </Dialog>
    )
  const title = asked.length === 1 ? 'Take the decision back' : `Take ${asked.length} decisions back`
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      act={
        <Button
          variant="filled"
          loading={undo.running}
          disabled={back.length === 0}
          onClick={() => void run()}
          data-autofocus
        >
          {back.length > 1 ? `Take ${back.length} back` : 'Take back'}
        </Button>
      }
    >
      <div className={decide.form}>
        <div className={decide.guard} role="status">
          <b>
            {back.length === 0
              ? 'Nothing here can be taken back'
              : `${peopleSay(back.length)} back in process, where they stood before`}
            {stay.length > 0 && back.length > 0 ? `; ${stay.length} left out` : ''}
          </b>
          {letters > 0 && <span>{lettersSay(letters)} will be cancelled before leaving.</span>}
          {noLetters > 0 && <span>{noLetters} without a waiting letter: nothing to cancel.</span>}
          <Stay rows={stay} />
        </div>
        {undo.refusal && <Refused>{undo.refusal.says}</Refused>}
      </div>
    </Dialog>
  )
}

const peopleSay = (count: number) => (count === 1 ? 'One person' : `${count} people`)
const lettersSay = (count: number) => (count === 1 ? 'One letter' : `${count || 'No'} letters`)

const Stay = ({ rows }: { readonly rows: readonly DecidedPerson[] }) =>
  rows.length > 0 ? (
    <ul className={styles.stay}>
      {rows.map((row) => (
        <li key={row.applicationId}>
          <Name>{row.name}</Name>: {row.stays}
        </li>
      ))}
    </ul>
  ) : null
