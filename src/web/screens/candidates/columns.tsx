import { State } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import textStyles from '../../../design/parts/text.module.css'
import type { Column } from '../../../design/parts/VirtualGrid.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { ReadinessText } from '../pools/ReadinessText.tsx'
import { Because } from './Because.tsx'
import styles from './candidates.module.css'
import { OwnerCell } from './OwnerCell.tsx'
import { countryName, relationshipOfText } from './relationship-words.ts'
import type { CandidateLine } from './use-candidate-list.ts'

/** What a person does, in a line. */
export const doingOf = (
  person: Pick<CandidateLine, 'headline' | 'title' | 'company' | 'location'>,
): string | undefined =>
  person.headline ??
  ([person.title, person.company].filter(Boolean).join(', ') || person.location || undefined)

export const RelationshipState = ({ of }: { readonly of: string }) => {
  const { says, tone, inMotion } = relationshipOfText(of)
  return (
    <State tone={tone} inMotion={inMotion}>
      {says}
    </State>
  )
}

/** The stage somebody stands in, and since when. */
export const StandingCell = ({ standing }: { readonly standing: NonNullable<CandidateLine['standing']> }) => (
  <span className={styles.standing}>
    <span>{standing.stage}</span>
    <small>
      since <DateText at={standing.since} as="day" />
    </small>
  </span>
)

/** The columns that can be shown; the person always is, the reason only where words were asked. */
export const columnsFor = (asked: boolean, inPool: boolean): readonly Column<CandidateLine>[] => [
  {
    key: 'person',
    title: 'Person',
    width: 'minmax(240px, 2fr)',
    cell: (person) => (
      <WhoCell
        face={<Face id={person.id} name={person.name} />}
        name={<Name>{person.name}</Name>}
        under={doingOf(person)}
      />
    ),
  },
  ...(inPool
    ? [
        {
          key: 'stage',
          title: 'Stage',
          width: 'minmax(132px, 1fr)',
          cell: (person: CandidateLine) => person.standing && <StandingCell standing={person.standing} />,
        },
        {
          key: 'readiness',
          title: 'Would move',
          width: 'minmax(184px, 1fr)',
          cell: (person: CandidateLine) => person.standing && <ReadinessText said={person.standing} />,
        },
      ]
    : []),
  {
    key: 'relationship',
    title: 'Relationship',
    width: 'minmax(140px, 1fr)',
    cell: (person) => <RelationshipState of={person.relationship} />,
  },
  ...(asked
    ? [
        {
          key: 'why',
          title: 'Why it matched',
          width: 'minmax(300px, 3fr)',
          cell: (person: CandidateLine) => <Because why={person.why} />,
        },
      ]
    : []),
  {
    key: 'place',
    title: 'Lives in',
    width: 'minmax(120px, 1fr)',
    cell: (person) => (
      <span className={textStyles.second}>
        {person.location ?? (person.country && countryName(person.country))}
      </span>
    ),
  },
  {
    key: 'owner',
    title: 'Owner',
    width: 'minmax(150px, 1fr)',
    cell: (person) => <OwnerCell person={person} />,
  },
  {
    key: 'activity',
    title: 'Last activity',
    width: '108px',
    cell: (person) => (
      <span className={textStyles.second}>
        <DateText at={person.lastActivityAt} as="ago" />
      </span>
    ),
  },
]
