import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Link } from '@tanstack/react-router'
import type { EnrolmentState } from '../../../crm/model/enrolment.ts'
import { State } from '../../../design/parts/Chip.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Count } from '../../../design/parts/MoneyText.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import candidates from '../candidates/candidates.module.css'
import table from '../pools/pool-table.module.css'
import pools from '../pools/pools.module.css'
import styles from './outreach.module.css'
import { sequenceStateWords } from './sequence-words.ts'

export type SequenceLine = OutputOf<Queries, 'views.sequences'>['sequences'][number]

/** One sequence: what it is, how far it got, and what came of it. Every figure opens its rows. */
export const SequenceRow = ({ sequence }: { readonly sequence: SequenceLine }) => (
  <tr>
    <th scope="row">
      <Link to="/outreach/$sequenceId" params={{ sequenceId: sequence.id }} className={table.name}>
        {sequence.name}
      </Link>
      <span className={table.under}>
        {sequence.access === 'private' && (
          <span className={pools.private}>
            <IconLock aria-hidden /> Private
          </span>
        )}
        <span>
          {sequence.steps} {sequence.steps === 1 ? 'step' : 'steps'}
          {sequence.waiting > 0 && `, ${sequence.waiting} wait for somebody`}
        </span>
      </span>
    </th>
    <td className={table.wide}>
      <State tone="crm" inMotion={sequence.state === 'running'}>
        {sequenceStateWords[sequence.state]}
      </State>
    </td>
    <Figure sequence={sequence} count={sequence.people} says="People" />
    <Figure sequence={sequence} count={sequence.active} says="Still in it" state="active" />
    <Figure sequence={sequence} count={sequence.replied} says="Answered" of={sequence.people} />
    <Figure sequence={sequence} count={sequence.interested} says="Interested" of={sequence.replied} />
    <td>
      <span className={candidates.owner}>
        <Face id={sequence.ownerId} name={sequence.ownerName} size="s" />
        <Name>{sequence.ownerName}</Name>
      </span>
    </td>
  </tr>
)

const Figure = ({
  sequence,
  count,
  says,
  of,
  state,
}: {
  readonly sequence: SequenceLine
  readonly count: number
  readonly says: string
  /** Of how many: the share stands beside the count. */
  readonly of?: number
  readonly state?: EnrolmentState
}) => (
  <td className={table.figure}>
    {count === 0 ? (
      <span className={table.none}>
        0<small>{says}</small>
      </span>
    ) : (
      <Link
        to="/outreach/$sequenceId"
        params={{ sequenceId: sequence.id }}
        search={{ tab: 'people', ...(state ? { state } : {}) } as never}
      >
        <Count of={count} />
        {of !== undefined && of > 0 && (
          <span className={styles.share}>{Math.round((100 * count) / of)} %</span>
        )}
        <small>{says}</small>
      </Link>
    )}
  </td>
)
