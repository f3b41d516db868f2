import { Button } from '@mantine/core'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { FactList, FactRow, SectionHead } from '../../../design/parts/Rows.tsx'
import { SidePanel } from '../../../design/parts/SidePanel.tsx'
import { WhoHead } from '../../../design/parts/WhoCell.tsx'
import { SampleThread } from './SampleThread.tsx'
import { people, type SamplePerson } from './sample.ts'

export const PersonPanel = ({
  person,
  onClose,
  onStep,
}: {
  readonly person: SamplePerson | undefined
  readonly onClose: () => void
  readonly onStep: (by: number) => void
}) => {
  if (!person) return null
  const at = people.indexOf(person)
  return (
    <SidePanel
      label={person.name}
      place={`${at + 1} of ${people.length}`}
      onClose={onClose}
      onPrevious={at > 0 ? () => onStep(-1) : undefined}
      onNext={at < people.length - 1 ? () => onStep(1) : undefined}
      foot={
        <Button variant="filled" rightSection={<KeyCap keys="a" />}>
          Ask to apply
        </Button>
      }
    >
      <WhoHead
        face={<Face id={person.id} name={person.name} size="xl" />}
        name={<Name lang={person.lang}>{person.name}</Name>}
        under={person.headline}
      />
      <div style={{ display: 'flex', gap: 6, margin: '16px 0' }}>
        <Chip tone="crm">{person.state}</Chip>
        <Chip icon={<IconCheck aria-hidden />}>Free to contact</Chip>
      </div>
      <FactList>
        <FactRow label="Owner">
          <Face id="ayse" name="Ayşe Demirbaş" size="s" /> Ayşe Demirbaş
        </FactRow>
        <FactRow label="Consent">Talent pool, until 16 May 2028</FactRow>
        <FactRow label="Last word">
          <DateText at="2026-11-19T09:00:00Z" as="ago" focusable />
        </FactRow>
      </FactList>
      <div style={{ marginTop: 16 }}>
        <SectionHead title="Timeline" says="18 entries" />
        <SampleThread />
      </div>
    </SidePanel>
  )
}
