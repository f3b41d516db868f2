import { Button } from '@mantine/core'
import IconArrowsDiagonal from '@tabler/icons-react/dist/esm/icons/IconArrowsDiagonal.mjs'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { FactList, FactRow, HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { SidePanel } from '../../../design/parts/SidePanel.tsx'
import { ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { WhoHead } from '../../../design/parts/WhoCell.tsx'
import { prefetch, useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { applicationState } from '../person/application-state.ts'
import { ContactChip } from '../person/ContactChip.tsx'
import { consentInWords } from '../person/consent-words.ts'
import { PersonTimeline } from '../person/PersonTimeline.tsx'
import { RelationshipChip } from '../person/RelationshipChip.tsx'
import { TagEditor } from '../person/TagEditor.tsx'
import { PoolsOfPerson } from '../pools/PoolsOfPerson.tsx'
import { Prospect } from '../pools/Prospect.tsx'
import styles from './candidates.module.css'
import { doingOf } from './columns.tsx'
import { OwnerCell } from './OwnerCell.tsx'
import type { CandidateLine, CandidatesPage } from './use-candidate-list.ts'
import { useCandidatesSearch } from './use-candidates-search.ts'

/** The open person beside the list; a link to it opens it also where the list does not hold them. */
export const CandidatePanel = ({
  rows,
  count,
  onOpen,
}: {
  readonly rows: readonly CandidateLine[]
  readonly count: CandidatesPage['count'] | undefined
  readonly onOpen: (id: string | undefined) => void
}) => {
  const [{ open }] = useCandidatesSearch()
  const at = rows.findIndex(({ id }) => id === open)
  const next = rows[at + 1]
  useEffect(() => {
    if (next) void prefetch('views.candidate', { candidateId: next.id })
  }, [next])
  if (!open) return null
  const place =
    at < 0 ? 'Not in this list' : count ? `${at + 1} of ${count.count}${count.more ? '+' : ''}` : undefined
  return (
    <OpenPerson
      candidateId={open}
      place={place}
      onClose={() => onOpen(undefined)}
      onPrevious={at > 0 ? () => onOpen(rows[at - 1]!.id) : undefined}
      onNext={next && at >= 0 ? () => onOpen(next.id) : undefined}
    />
  )
}

const OpenPerson = ({
  candidateId,
  ...walk
}: {
  readonly candidateId: string
  readonly place: string | undefined
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}) => {
  const asked = useAsk('views.candidate', { candidateId }, { placeholderData: undefined })
  const person = asked.data
  const seesPools = useMay('crm.seePools')
  return (
    <SidePanel
      label={person?.name ?? 'Person'}
      {...walk}
      open={
        <Button
          variant="subtle"
          component={Link}
          to={`/candidates/${candidateId}`}
          leftSection={<IconArrowsDiagonal />}
        >
          Open
        </Button>
      }
    >
      {asked.error && (
        <ErrorState happened="Not shown" safe={asked.error.refusal.says} todo="Close the panel to go on." />
      )}
      {!person && !asked.error && <RowSkeletons rows={6} />}
      {person && (
        <>
          <WhoHead
            face={<Face id={person.id} name={person.name} size="xl" />}
            name={<Name lang={person.language ?? undefined}>{person.name}</Name>}
            under={doingOf(person)}
          />
          <div className={styles.chips}>
            <RelationshipChip of={person.relationship.state} />
            <ContactChip contact={person.contact} />
          </div>
          <p className={styles.says}>
            {person.relationship.says} {!person.contact.allowed && person.contact.says}
          </p>
          <FactList>
            <FactRow label="Owner">
              <OwnerCell
                person={{
                  id: person.id,
                  name: person.name,
                  ownerId: person.owner?.id ?? null,
                  ownerName: person.owner?.name ?? null,
                }}
              />
            </FactRow>
            <FactRow label="Consent">{consentInWords(person.consents)}</FactRow>
            {person.nextPromise && (
              <FactRow label="Promised next">
                <DateText at={person.nextPromise} focusable />
              </FactRow>
            )}
            {seesPools && (
              <>
                <FactRow label="Pools">
                  <PoolsOfPerson
                    person={{ id: person.id, name: person.name, doNotContact: !!person.doNotContactAt }}
                  />
                </FactRow>
                <FactRow label="Readiness">
                  <Prospect person={person} />
                </FactRow>
              </>
            )}
            <FactRow label="Tags">
              <TagEditor candidateId={person.id} tags={person.tags} />
            </FactRow>
            {person.contactPoints
              .filter(({ isPrimary }) => isPrimary)
              .map((point) => (
                <FactRow key={point.id} label={kinds[point.kind]}>
                  <span className={styles.breaks}>{point.value}</span>
                </FactRow>
              ))}
          </FactList>
          {person.applications.length > 0 && (
            <>
              <SectionHead title="Applications" count={person.applications.length} />
              <HairlineList label="Applications">
                {person.applications.map((application) => (
                  <Row
                    key={application.id}
                    title={application.jobTitle}
                    end={
                      <Chip tone={application.state === 'active' ? 'ats' : undefined}>
                        {applicationState(application)}
                      </Chip>
                    }
                  />
                ))}
              </HairlineList>
            </>
          )}
          <SectionHead title="Timeline" />
          <PersonTimeline candidateId={person.id} short />
        </>
      )}
    </SidePanel>
  )
}

const kinds = { email: 'Mail', phone: 'Phone', link: 'Link' } as const
