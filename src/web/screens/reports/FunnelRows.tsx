import { Link } from '@tanstack/react-router'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import type { InputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'

/** The people behind one figure. */
export const FunnelRows = ({
  input,
  name,
  count,
}: {
  readonly input: InputOf<Queries, 'ats.funnelRows'>
  readonly name: string
  readonly count: number
}) => {
  const rows = useAsk('ats.funnelRows', input)
  return (
    <section aria-label={`Came as far as ${name}`}>
      <SectionHead title={`Came as far as ${name}`} count={count} says="first to come stands first" />
      {rows.error ? (
        <p>{rows.error.refusal.says}</p>
      ) : !rows.data ? (
        <RowSkeletons rows={4} />
      ) : (
        <HairlineList label={`Came as far as ${name}`}>
          {rows.data.rows.map((row) => (
            <Row
              key={row.applicationId}
              lead={<Face id={row.candidateId} name={row.name} />}
              title={
                <Link to="/candidates/$candidateId" params={{ candidateId: row.candidateId }}>
                  <Name>{row.name}</Name>
                </Link>
              }
              under={`${row.jobTitle}, ${states[row.state] ?? row.state}${row.state === 'active' ? ` in ${row.stageName}` : ''}`}
              end={<DateText at={row.appliedAt} />}
            />
          ))}
        </HairlineList>
      )}
      {rows.data?.truncated && <p>The first 200 are shown.</p>}
    </section>
  )
}

const states: Readonly<Record<string, string>> = {
  active: 'in process',
  hired: 'hired',
  rejected: 'not now',
  withdrawn: 'withdrew',
  closed: 'closed',
}
