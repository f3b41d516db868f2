import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Page } from '../../../design/parts/Page.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { LineTabs } from './LineTabs.tsx'
import { NoteForm } from './NoteForm.tsx'
import { Paper } from './Paper.tsx'
import { PersonBar } from './PersonBar.tsx'
import { PersonHead } from './PersonHead.tsx'
import { PersonTimeline } from './PersonTimeline.tsx'
import styles from './person.module.css'
import { Tasks } from './Tasks.tsx'
import { usePersonAddress } from './use-person.ts'

/** Everything about one person: how we stand, the whole line, the résumé beside it. */
export const Person = () => {
  const { candidateId, search } = usePersonAddress()
  const { data: person, error } = useAsk('views.candidate', { candidateId }, { placeholderData: undefined })
  const navigate = useNavigate()
  usePageTitle(person?.name ?? 'Person')
  const [writing, setWriting] = useState(false)
  const [assigning, setAssigning] = useState(false)
  const mayNote = useMay('candidates.note')
  useShortcuts(
    mayNote && person
      ? {
          n: { label: 'Write a note', run: () => setWriting(true) },
          t: { label: 'Assign a task', run: () => setAssigning(true) },
        }
      : {},
  )
  // A record that was merged stands under its survivor's address from now on.
  const survivorId = person?.isMergedFrom ? person.id : undefined
  useEffect(() => {
    if (survivorId)
      void navigate({ to: '/candidates/$candidateId', params: { candidateId: survivorId }, replace: true })
  }, [survivorId, navigate])
  if (error)
    return (
      <Page>
        <ErrorState
          happened="This person is not shown"
          safe={
            error.refusal.code === 'bad-input'
              ? 'No person has this address; it was perhaps cut off when it was copied.'
              : error.refusal.says
          }
          todo="Nothing was changed."
        >
          <Button component={Link} to="/candidates">
            To all candidates
          </Button>
        </ErrorState>
      </Page>
    )
  if (!person)
    return (
      <Page>
        <RowSkeletons rows={10} />
      </Page>
    )
  return (
    <Page>
      <PersonBar person={person} onNote={() => setWriting(true)} onTask={() => setAssigning(true)} />
      <div className={styles.two}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section className={styles.record} aria-label={person.name} tabIndex={0}>
          <PersonHead person={person} />
          <LineTabs person={person} />
          <div className={styles.flow}>
            {writing && (
              <div className={styles.writing}>
                <NoteForm
                  candidateIds={[person.id]}
                  applicationId={search.application}
                  onDone={() => setWriting(false)}
                >
                  <Button variant="subtle" onClick={() => setWriting(false)}>
                    Cancel
                  </Button>
                </NoteForm>
              </div>
            )}
            <Tasks person={person} adding={assigning} onAdded={() => setAssigning(false)} />
            <PersonTimeline candidateId={person.id} kinds={search.kinds} applicationId={search.application} />
          </div>
        </section>
        <Paper person={person} />
      </div>
    </Page>
  )
}
