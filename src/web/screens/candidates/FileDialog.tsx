import { Button, FileButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import styles from './candidates.module.css'
import { people } from './people-words.ts'
import { showRefusal } from './show-refusal.ts'
import { type Uploaded, uploadFiles } from './upload-files.ts'
import type { ActDialog } from './use-chosen.ts'
import { useHolders } from './use-holders.ts'

/** Gives one file to everyone chosen; says before who has it already, and takes it back from whom it was given to. */
export const FileDialog = ({ ids, together, onClose, onDone }: ActDialog) => {
  const [upload, setUpload] = useState<Uploaded>()
  const [refusal, setRefusal] = useState<string>()
  const [sending, setSending] = useState(false)
  const [over, setOver] = useState(false)
  const holders = useHolders(upload?.token, ids)
  const give = useCall('documents.addFiles', { freshens: ['views.candidate', 'views.timeline'] })
  const have = holders?.size ?? 0
  const take = async (file: File | null | undefined) => {
    if (!file) return
    setRefusal(undefined)
    setUpload(undefined)
    setSending(true)
    const sent = await uploadFiles([file], 'other')
    setSending(false)
    if (!sent.ok) return setRefusal(sent.refusal.says)
    const [one] = sent.value
    if (one!.quarantined) return setRefusal('A scanner found malware in this file. It goes to nobody.')
    setUpload(one)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  const run = async () => {
    const answer = await give.run({ candidateIds: [...ids], uploads: [upload!.token], kind: 'other' })
    if (!answer.ok) return setRefusal(answer.refusal.says)
    const { files, had } = answer.value
    onDone()
    offerUndo({
      says: `${upload!.name} added to ${people(files.length)}`,
      ...(had.length > 0 ? { follows: `${people(had.length)} had it already` } : {}),
      undo: async () => {
        // Only what this act gave goes back: who had the file before keeps it.
        const back = await call('documents.removeFiles', { fileIds: files.map(({ id }) => id) })
        if (!back.ok) showRefusal(back.refusal)
      },
    })
  }
  const nobodyLacks = upload !== undefined && have === ids.length
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Add a file to ${people(ids.length)}`}
      act={
        <Button
          variant="filled"
          loading={give.running}
          disabled={!upload || !holders || nobodyLacks}
          onClick={() => void run()}
        >
          Add file
        </Button>
      }
    >
      <div className={styles.form}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard. */}
        <div
          className={styles.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <span>{upload ? upload.name : 'Drop a file here: a handout, a contract'}</span>
          <FileButton onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} loading={sending} data-autofocus>
                {upload ? 'Choose another' : 'Choose a file'}
              </Button>
            )}
          </FileButton>
          <small>Up to 10 MB. It stands with the files of each of them; nothing is sent to them.</small>
        </div>
        <ul className={styles.preview} aria-live="polite">
          {upload && holders && (
            <li>
              {nobodyLacks ? (
                <>
                  <b>Nobody</b> needs it: all {people(ids.length)} have it already
                </>
              ) : (
                <>
                  <b>{upload.name}</b> goes to {people(ids.length - have)}
                  {have > 0 && `; ${have} ${have === 1 ? 'has' : 'have'} it already`}
                </>
              )}
            </li>
          )}
          {upload && together && together.inProcess > 0 && (
            <li>{together.inProcess} of them in process: everybody on their job’s team can open it</li>
          )}
        </ul>
        {refusal && <Refused>{refusal}</Refused>}
      </div>
    </Dialog>
  )
}
