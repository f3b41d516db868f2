import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayText } from '../../../design/parts/DateText.tsx'
import { Face } from '../../../design/parts/Face.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import styles from './person.module.css'
import type { Person } from './use-person.ts'

/** What is to be done for the person, by whom and when. */
export const Tasks = ({
  person,
  adding,
  onAdded,
}: {
  readonly person: Person
  readonly adding: boolean
  readonly onAdded: () => void
}) => {
  const finish = useCall('candidates.finishTasks', {
    optimistic: ({ taskIds, done }, change) =>
      change('views.candidate', (one) =>
        done === false ? one : { ...one, openTasks: one.openTasks.filter(({ id }) => !taskIds.includes(id)) },
      ),
    freshens: ['views.candidate', 'views.timeline'],
  })
  const done = async (taskId: string, title: string) => {
    const answer = await finish.run({ taskIds: [taskId] })
    if (answer.ok)
      offerUndo({ says: `Done: ${title}`, undo: () => finish.run({ taskIds: [taskId], done: false }) })
  }
  if (person.openTasks.length === 0 && !adding) return null
  return (
    <div className={styles.writing}>
      {person.openTasks.length > 0 && (
        <HairlineList label="To do">
          {person.openTasks.map((task) => (
            <Row
              key={task.id}
              lead={
                <Checkbox
                  aria-label={`Done: ${task.title}`}
                  checked={false}
                  onChange={() => void done(task.id, task.title)}
                />
              }
              title={task.title}
              end={
                <>
                  {task.due && <DayText day={task.due} />}
                  <Face id={task.assignedTo} name={task.assigneeName} size="s" />
                  <span className={styles.quiet}>{task.assigneeName}</span>
                </>
              }
            />
          ))}
        </HairlineList>
      )}
      {finish.refusal && <Refused>{finish.refusal.says}</Refused>}
      {adding && <TaskForm person={person} onClose={onAdded} />}
    </div>
  )
}

const TaskForm = ({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) => {
  const me = useMe()
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 300_000 }).data ?? []
  const [title, setTitle] = useState('')
  const [due, setDue] = useState('')
  const [assignedTo, setAssignedTo] = useState<string | null>(me?.user.id ?? null)
  const assign = useCall('candidates.assignTasks', {
    freshens: ['views.candidate', 'views.timeline'],
    done: (answer) => answer.ok && onClose(),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (assignedTo) void assign.run({ candidateIds: [person.id], title, due: due || null, assignedTo })
      }}
    >
      <div className={styles.inlineForm}>
        <TextInput
          label="What is to be done"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={300}
          required
          autoFocus
        />
        <TextInput
          type="date"
          label="By"
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
        <Select
          label="Who"
          data={users.map(({ id, name }) => ({ value: id, label: name }))}
          value={assignedTo}
          onChange={setAssignedTo}
          searchable
          allowDeselect={false}
          w={180}
        />
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={assign.running} disabled={title.trim() === '' || !assignedTo}>
          Assign
        </Button>
      </div>
      {assign.refusal && <Refused>{assign.refusal.says}</Refused>}
    </form>
  )
}
