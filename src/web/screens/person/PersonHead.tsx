import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { useMay } from '../../frame/me.ts'
import { doingOf } from '../candidates/columns.tsx'
import { OwnerCell } from '../candidates/OwnerCell.tsx'
import { actWords, sourceInWords } from '../candidates/relationship-words.ts'
import { InterviewsOfApplication } from '../interviews/InterviewsOfApplication.tsx'
import { SequencesOfPerson } from '../outreach/SequencesOfPerson.tsx'
import { PoolsOfPerson } from '../pools/PoolsOfPerson.tsx'
import { Prospect } from '../pools/Prospect.tsx'
import { ContactChip } from './ContactChip.tsx'
import { consentInWords } from './consent-words.ts'
import { DuplicateNote } from './DuplicateNote.tsx'
import styles from './head.module.css'
import { Leads } from './Leads.tsx'
import { RelationshipChip } from './RelationshipChip.tsx'
import { TagEditor } from './TagEditor.tsx'
import type { Person } from './use-person.ts'

/** Who it is, how we stand and what that allows, whether one may write, and the four facts everyone asks for. */
export const PersonHead = ({ person }: { readonly person: Person }) => {
  const seesApplications = useMay('ats.seeApplications')
  const seesPools = useMay('crm.seePools')
  const seesSequences = useMay('crm.seeSequences')
  return (
    <>
      <div className={styles.head}>
        <div className={styles.who}>
          <Face id={person.id} name={person.name} size="xl" />
          <div>
            <h1 tabIndex={-1}>
              <Name lang={person.language ?? undefined}>{person.name}</Name>
              {(person.goesBy || person.pronouns) && (
                <small>
                  {[person.goesBy && `goes by ${person.goesBy}`, person.pronouns].filter(Boolean).join(', ')}
                </small>
              )}
            </h1>
            <div className={styles.headline}>
              {[doingOf(person), doingOf(person) !== person.location && person.location]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        </div>
        <div className={styles.allow}>
          <RelationshipChip of={person.relationship.state} />
          <span>{person.relationship.says}</span>
          {person.relationship.allows.length > 0 && (
            <span>You can {person.relationship.allows.map((act) => actWords[act]).join(', ')}.</span>
          )}
        </div>
        {person.leads.length > 0 && <Leads person={person} />}
        <div className={styles.allow}>
          <ContactChip contact={person.contact} />
          {person.contact.allowed ? (
            person.contact.purpose === 'process' && (
              <span>
                {person.relationship.state === 'hired'
                  ? 'Hired: no outreach any more.'
                  : 'No outreach while they are in process.'}
              </span>
            )
          ) : (
            <span>
              {person.contact.says}
              {person.doNotContactReason && ` “${person.doNotContactReason}”`}
            </span>
          )}
          <span className={styles.gap} />
          <TagEditor candidateId={person.id} tags={person.tags} />
        </div>
        {seesApplications &&
          person.applications
            .filter(({ state }) => state === 'active')
            .map(({ id, jobTitle }) => (
              <div key={id} className={styles.allow}>
                <span>Interviews for {jobTitle}</span>
                <InterviewsOfApplication applicationId={id} />
              </div>
            ))}
        {seesPools && (
          <div className={styles.allow}>
            <span>Pools</span>
            <PoolsOfPerson
              person={{ id: person.id, name: person.name, doNotContact: !!person.doNotContactAt }}
            />
            <span className={styles.gap} />
            <Prospect person={person} />
          </div>
        )}
        {seesSequences && (
          <div className={styles.allow}>
            <span>Sequences</span>
            <SequencesOfPerson
              person={{ id: person.id, name: person.name, doNotContact: !!person.doNotContactAt }}
            />
          </div>
        )}
        <DuplicateNote person={person} />
      </div>
      <dl className={styles.strip}>
        <div>
          <dt>Owner</dt>
          <dd>
            <OwnerCell
              person={{
                id: person.id,
                name: person.name,
                ownerId: person.owner?.id ?? null,
                ownerName: person.owner?.name ?? null,
              }}
            />
          </dd>
        </div>
        <div>
          <dt>Promised next</dt>
          <dd>
            {person.nextPromise ? (
              <DateText at={person.nextPromise} as="day" focusable />
            ) : (
              <small>Nothing</small>
            )}
          </dd>
        </div>
        <div>
          <dt>Consent</dt>
          <dd>{consentInWords(person.consents)}</dd>
        </div>
        <div>
          <dt>First hello</dt>
          <dd>
            <DateText at={person.createdAt} focusable />
            <small>{person.sourceDetail ?? sourceInWords(person.source)}</small>
          </dd>
        </div>
      </dl>
    </>
  )
}
