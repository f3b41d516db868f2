import { Button } from '@mantine/core'
import { useState } from 'react'
import { outcomeSays } from '../../../ats/model/decision-record.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import type { Debriefed } from '../interviews/debriefed.ts'
import { DecisionForm } from './DecisionForm.tsx'
import styles from './debrief.module.css'

/** What was decided on these scorecards, newest first, and the form for the next decision. */
export const Decisions = ({ of, may }: { readonly of: Debriefed; readonly may: boolean }) => {
  const [writing, setWriting] = useState(of.records.length === 0)
  return (
    <aside className={styles.decisions} aria-label="Decision">
      <h2>Decision</h2>
      {may && writing ? (
        <DecisionForm of={of} onDone={() => setWriting(false)} />
      ) : (
        may && <Button onClick={() => setWriting(true)}>Decide anew</Button>
      )}
      {!may && of.records.length === 0 && (
        <p className={styles.quiet}>Nothing was decided on these scorecards.</p>
      )}
      {of.records.map((record) => (
        <article key={record.id} className={styles.record}>
          <p className={styles.quiet}>{record.question}</p>
          <h3>{outcomeSays[record.outcome]}</h3>
          <p className={styles.who}>
            <Face id={record.deciderId} name={record.deciderName} size="s" />
            <Name>{record.deciderName}</Name>
            <small>
              decided, <DateText at={record.recordedAt} focusable />
            </small>
          </p>
          <p className={styles.words}>{record.because}</p>
          {record.dissent && (
            <>
              <p className={styles.quiet}>Dissent</p>
              <blockquote className={styles.dissent}>{record.dissent}</blockquote>
            </>
          )}
          {record.without && (
            <>
              <p className={styles.quiet}>Why it did not wait</p>
              <p className={styles.words}>{record.without}</p>
            </>
          )}
          <p className={styles.quiet}>
            On the scorecards of{' '}
            {record.evidence
              .map(({ scorecardId, version }) => {
                const card = of.scorecards.find((one) => one.scorecardId === scorecardId)
                const changed = card && card.versions.length > version
                return `${card?.authorName ?? 'somebody'}${changed ? ' (changed since)' : ''}`
              })
              .join(', ')}
            {record.recordedBy !== record.deciderId && `; written down by ${record.recordedByName}`}
          </p>
        </article>
      ))}
    </aside>
  )
}
