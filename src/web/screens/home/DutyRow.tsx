import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { useMay } from '../../frame/me.ts'
import { AnswerComposer } from '../compose/AnswerComposer.tsx'
import { WriteComposer } from '../compose/WriteComposer.tsx'
import { AdvanceForm, NoForm } from './DecideForms.tsx'
import { DeclineForm } from './DeclineForm.tsx'
import type { Duty } from './duty-groups.ts'
import { dutyWords, kinds } from './duty-words.tsx'
import styles from './home.module.css'
import { PromiseForm } from './PromiseForm.tsx'
import { useDutyActs } from './use-duty-acts.ts'

export type Opened = 'answer' | 'write' | 'date' | 'advance' | 'reject' | 'decline'

interface RowAct {
  readonly label: string
  readonly keys?: string
  readonly run: () => void
}

/** One duty: what it is, who it is about, and the acts that finish it here. */
export const DutyRow = ({
  duty,
  late,
  current,
  opened,
  onOpen,
  onClose,
}: {
  readonly duty: Duty
  readonly late: boolean
  readonly current: boolean
  readonly opened: Opened | undefined
  /** Opens what finishes it under the row. */
  readonly onOpen: (act: Opened) => void
  readonly onClose: () => void
}) => {
  const acts = useDutyActs(duty, onClose)
  const rowActs = useRowActs(duty, acts, onOpen)
  const kind = kinds[duty.kind]
  const words = dutyWords(duty, late)
  const shortcuts = Object.fromEntries(
    rowActs
      .filter((one) => 'run' in one && one.keys)
      .map((one) => [one.keys!, { label: one.label, run: one.run }]),
  )
  useShortcuts(current ? shortcuts : {}, { title: 'This duty', enabled: current })
  return (
    <li className={styles.item} data-current={current || undefined} data-duty={duty.kind}>
      <div className={styles.duty}>
        <div className={styles.kind} data-half={duty.applicationId || duty.jobId ? 'ats' : 'crm'}>
          <kind.icon aria-hidden />
          {kind.title}
        </div>
        <Who duty={duty} />
        <div className={styles.what}>
          <div>{words.what}</div>
          <small>{words.under}</small>
        </div>
        <div className={styles.acts} data-many={rowActs.length > 1 || undefined}>
          {duty.kind === 'review' && (
            <Button component={Link} to="/review" search={{ job: duty.jobId } as never}>
              Review
            </Button>
          )}
          {(duty.kind === 'scorecard' || duty.kind === 'interview') && (
            <Button component={Link} to={`/scorecards/${duty.id}` as never}>
              {duty.kind === 'interview' ? 'Kit' : 'Fill in'}
            </Button>
          )}
          {rowActs.map((one) => (
            <Button
              key={one.label}
              onClick={one.run}
              rightSection={current && one.keys ? <KeyCap keys={one.keys} /> : undefined}
            >
              {one.label}
            </Button>
          ))}
        </div>
      </div>
      {opened && (
        <div className={styles.open}>
          {opened === 'answer' && duty.threadId && (
            <AnswerComposer threadId={duty.threadId} jobTitle={duty.jobTitle} onSent={onClose} />
          )}
          {opened === 'write' && duty.candidateId && (
            <WriteComposer
              about={{ ...duty, candidateIds: [duty.candidateId], purpose: 'process' }}
              name={duty.candidateName ?? 'them'}
              jobTitle={duty.jobTitle}
              onSent={onClose}
            />
          )}
          {opened === 'date' && <PromiseForm duty={duty} acts={acts} />}
          {opened === 'decline' && <DeclineForm duty={duty} acts={acts} />}
          {opened === 'advance' && <AdvanceForm duty={duty} acts={acts} />}
          {opened === 'reject' && <NoForm duty={duty} acts={acts} onClose={onClose} />}
        </div>
      )}
    </li>
  )
}

const Who = ({ duty }: { readonly duty: Duty }) => {
  const name =
    duty.candidateName ?? (duty.many !== null ? `${duty.many} applications` : (duty.jobTitle ?? 'Yours'))
  return (
    <div className={styles.who}>
      {duty.many === null ? (
        <Face id={duty.candidateId ?? duty.jobId ?? duty.id} name={name} />
      ) : (
        <span className={styles.many} aria-hidden="true">
          {duty.many > 99 ? '99+' : duty.many}
        </span>
      )}
      <div>
        <div className={styles.name}>
          {duty.candidateId ? (
            <Link to={`/candidates/${duty.candidateId}` as never}>
              <Name>{name}</Name>
            </Link>
          ) : (
            <Name>{duty.many === 1 ? '1 application' : name}</Name>
          )}
        </div>
        {duty.jobTitle && duty.jobTitle !== name && <small>{duty.jobTitle}</small>}
      </div>
    </div>
  )
}

const useRowActs = (
  duty: Duty,
  acts: ReturnType<typeof useDutyActs>,
  onOpen: (act: Opened) => void,
): readonly RowAct[] => {
  const mayWrite = useMay('messaging.write')
  const mayMove = useMay('ats.moveApplications')
  const mayDecide = useMay('ats.decide')
  const advance = duty.nextStage
    ? { label: `To ${duty.nextStage}`, keys: 'a', run: () => onOpen('advance') }
    : null
  const some = (...found: readonly (RowAct | false | null)[]) => found.filter((one) => !!one)
  switch (duty.kind) {
    case 'promise':
      return some(
        mayMove && { label: 'New date', keys: 'd', run: () => onOpen('date') },
        mayWrite && { label: 'Write', keys: 'e', run: () => onOpen('write') },
      )
    case 'decide':
    case 'held':
      return some(
        mayDecide && { label: 'Not now', keys: 'r', run: () => onOpen('reject') },
        mayMove && advance,
      )
    case 'reply':
      return some(mayWrite && { label: 'Answer', keys: 'e', run: () => onOpen('answer') })
    case 'task':
      return some({ label: 'Done', keys: 'd', run: () => void acts.finish.run({ taskIds: [duty.id] }) })
    case 'approve':
      return some(
        { label: 'Decline', keys: 'r', run: () => onOpen('decline') },
        {
          label: 'Approve',
          keys: 'shift+a',
          run: () => void acts.approve.run({ openingIds: [duty.id as never], approve: true }),
        },
      )
    case 'mention':
      return some({ label: 'Seen', keys: 'd', run: () => void acts.seen.run({ ids: [duty.id] }) })
    case 'review':
    case 'interview':
    case 'scorecard':
      return []
  }
}
