import { Link } from '@tanstack/react-router'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { PageBody } from '../../../design/parts/Page.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { EmptyState } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import styles from './home.module.css'

type Others = OutputOf<Queries, 'views.homeOthers'>

/** Where it is a candidate's or a colleague's turn, on what I answer for. */
export const WaitingOnOthers = ({ waiting }: { readonly waiting: Others['waiting'] }) =>
  waiting.length === 0 ? (
    <EmptyState
      title="Nothing waits on others"
      teaches="Whom you asked something, and what you asked colleagues for, stands here until it is done."
    />
  ) : (
    <PageBody>
      <HairlineList label="Waiting on others">
        {waiting.map((one) => (
          <Row
            key={`${one.kind}-${one.id}`}
            edge
            lead={
              <Face
                id={one.candidateId ?? one.jobId ?? one.id}
                name={one.candidateName ?? one.jobTitle ?? '?'}
              />
            }
            title={<Who candidateId={one.candidateId} name={one.candidateName ?? one.jobTitle ?? ''} />}
            under={one.candidateName ? one.jobTitle : undefined}
            end={
              <span className={styles.when}>
                since <DateText at={one.since} as="ago" />
              </span>
            }
          >
            <span className={styles.saying}>{waitsFor(one)}</span>
          </Row>
        ))}
      </HairlineList>
    </PageBody>
  )

const waitsFor = (one: Others['waiting'][number]): string =>
  one.kind === 'answer'
    ? `Their turn${one.says ? `: ${one.says}` : ''}`
    : one.kind === 'task'
      ? `${one.colleague ?? 'A colleague'}: ${one.says}`
      : `${one.colleague ?? 'Somebody'} approves the seat`

/** What I finished today. */
export const DoneToday = ({ done }: { readonly done: Others['done'] }) =>
  done.length === 0 ? (
    <EmptyState
      title="Nothing yet today"
      teaches="What you decide, write and finish stands here until midnight."
    />
  ) : (
    <PageBody>
      <HairlineList label="Done today">
        {done.map((one) => (
          <Row
            key={one.id}
            edge
            lead={<Face id={one.candidateId ?? one.id} name={one.candidateName ?? one.says} />}
            title={<Who candidateId={one.candidateId} name={one.candidateName ?? one.says} />}
            under={one.jobTitle ?? undefined}
            end={
              <span className={styles.when}>
                <DateText at={one.at} />
              </span>
            }
          >
            <span className={styles.saying}>
              {one.kind === 'decision'
                ? (decisions[one.says] ?? one.says)
                : one.kind === 'mail'
                  ? `Mail: ${one.says}`
                  : `Task: ${one.says}`}
            </span>
          </Row>
        ))}
      </HairlineList>
    </PageBody>
  )

const decisions: Readonly<Record<string, string>> = {
  advanced: 'Advanced',
  moved: 'Moved to another stage',
  held: 'Put on hold',
  rejected: 'Not now',
  withdrawn: 'Withdrew',
  closed: 'Closed',
  hired: 'Hired',
  transferred: 'Moved to another job',
}

const Who = ({ candidateId, name }: { readonly candidateId: string | null; readonly name: string }) =>
  candidateId ? (
    <Link to={`/candidates/${candidateId}` as never} className={styles.person}>
      <Name>{name}</Name>
    </Link>
  ) : (
    <Name>{name}</Name>
  )
