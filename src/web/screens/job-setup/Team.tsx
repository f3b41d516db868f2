import { Checkbox, Select } from '@mantine/core'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { choicesFrom, roleSays } from '../jobs/job-words.ts'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, useDraft, without } from './use-draft.ts'
import type { Job } from './use-job.ts'

type Member = Pick<Job['team'][number], 'userId' | 'role' | 'leads' | 'name' | 'title'>

/** Who works on the job; whoever is added sees its candidates at once, whoever leaves stops seeing them. */
export const Team = ({ job, may }: { readonly job: Job; readonly may: boolean }) => {
  const draft = useDraft<readonly Member[]>(
    job.team.map(({ userId, role, leads, name, title }) => ({ userId, role, leads, name, title })),
  )
  const users = useAsk('accounts.users', { disabled: false }, { staleTime: 60_000, enabled: may }).data ?? []
  const save = useCall('ats.setTeam', { freshens: ['ats.job', 'ats.jobs'] })
  const rows = draft.value
  return (
    <Section
      id="team"
      title="Team"
      says="added people see the candidates of this job at once"
      isChanged={draft.isChanged}
      saving={save.running}
      refusal={save.refusal}
      onSave={() =>
        void draft.keep(
          save.run({
            jobId: job.id,
            team: rows.map(({ userId, role, leads }) => ({ userId, role, leads })),
          }),
        )
      }
      onDrop={draft.drop}
      add={
        may && (
          <Select
            aria-label="Add somebody to the team"
            placeholder="Add somebody"
            searchable
            value={null}
            data={users
              .filter((user) => !rows.some((row) => row.userId === user.id))
              .map((user) => ({ value: user.id, label: user.name }))}
            onChange={(id) => {
              const user = users.find((one) => one.id === id)
              if (user)
                draft.change([
                  ...rows,
                  {
                    userId: user.id as never,
                    role: 'interviewer',
                    leads: false,
                    name: user.name,
                    title: user.title ?? null,
                  },
                ])
            }}
          />
        )
      }
    >
      <ul className={styles.rows}>
        {rows.map((one, at) => (
          <li key={`${one.userId}${one.role}`} className={styles.row}>
            <span className={styles.grow}>
              <WhoCell
                face={<Face id={one.userId} name={one.name} />}
                name={<Name>{one.name}</Name>}
                under={one.title ?? undefined}
              />
            </span>
            <Select
              aria-label={`Role of ${one.name}`}
              data={choicesFrom(roleSays)}
              value={one.role}
              disabled={!may}
              allowDeselect={false}
              onChange={(role) => draft.change(changedAt(rows, at, { role: role as Member['role'] }))}
            />
            <Checkbox
              label="Leads"
              aria-label={`${one.name} leads`}
              checked={one.leads}
              disabled={!may}
              onChange={(event) => draft.change(changedAt(rows, at, { leads: event.currentTarget.checked }))}
            />
            {may && (
              <RowTools
                name={one.name}
                onRemove={rows.length > 1 ? () => draft.change(without(rows, at)) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
