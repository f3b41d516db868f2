import { State } from '../../../design/parts/Chip.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Found } from '../../../design/parts/Found.tsx'
import textStyles from '../../../design/parts/text.module.css'
import type { Column } from '../../../design/parts/VirtualGrid.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import type { SamplePerson } from './sample.ts'

export const columns: readonly Column<SamplePerson>[] = [
  {
    key: 'person',
    title: 'Person',
    width: '240px',
    cell: (person) => (
      <WhoCell
        face={<Face id={person.id} name={person.name} />}
        name={<Name lang={person.lang}>{person.name}</Name>}
        under={person.headline}
      />
    ),
  },
  {
    key: 'state',
    title: 'Relationship',
    width: '136px',
    cell: (person) => (
      <State tone={person.tone} inMotion={person.inMotion}>
        {person.state}
      </State>
    ),
  },
  {
    key: 'why',
    title: 'Why it matched',
    width: 'minmax(320px, 1fr)',
    cell: (person) => (
      <>
        <div className={textStyles.label}>{person.source}</div>
        <div className={textStyles.second}>
          <Found text={person.why} words={['point cloud', 'rust']} />
        </div>
      </>
    ),
  },
]
