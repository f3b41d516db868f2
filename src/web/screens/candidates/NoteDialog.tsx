import { Button } from '@mantine/core'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { call } from '../../api/client.ts'
import { NoteForm } from '../person/NoteForm.tsx'
import { people } from './people-words.ts'
import { showRefusal } from './show-refusal.ts'
import type { ActDialog } from './use-chosen.ts'

/** One note on everyone chosen. */
export const NoteDialog = ({ ids, onClose, onDone }: ActDialog) => (
  <Dialog opened onClose={onClose} title={`Note on ${people(ids.length)}`}>
    <NoteForm
      candidateIds={ids}
      onDone={(noteIds) => {
        onDone()
        offerUndo({
          says: `Note on ${people(ids.length)}`,
          undo: async () => {
            for (const noteId of noteIds) {
              const back = await call('candidates.deleteNote', { noteId })
              if (!back.ok) return showRefusal(back.refusal)
            }
          },
        })
      }}
    >
      <Button variant="subtle" onClick={onClose}>
        Cancel
      </Button>
    </NoteForm>
  </Dialog>
)
