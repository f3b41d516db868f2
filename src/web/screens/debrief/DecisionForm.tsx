import { Button, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  type DecisionOutcome,
  decisionOutcomes,
  dissenters,
  outcomeSays,
} from '../../../ats/model/decision-record.ts'
import { type Recommendation, recommendationSays } from '../../../ats/model/scorecard.ts'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'
import type { Debriefed } from '../interviews/debriefed.ts'
import styles from './debrief.module.css'

/** Writes down what the debrief came to; it stays as written. */
export const DecisionForm = ({ of, onDone }: { readonly of: Debriefed; readonly onDone: () => void }) => {
  const me = useMe()
  const record = useCall('ats.recordDecision', {
    freshens: ['ats.debrief', 'views.timeline'],
    done: (answer) => answer.ok && onDone(),
  })
  const [question, setQuestion] = useState('Do we make an offer?')
  const [outcome, setOutcome] = useState<DecisionOutcome>('offer')
  const [deciderId, setDecider] = useState<string | null>(
    of.team.find(({ userId }) => userId === me?.user.id)?.userId ?? null,
  )
  const [because, setBecause] = useState('')
  const [dissent, setDissent] = useState('')
  const [without, setWithout] = useState('')
  const [left, setLeft] = useState<readonly string[]>([])
  const cards = of.scorecards.map((card) => ({
    ...card,
    recommendation: card.versions[0]!.recommendation as Recommendation,
  }))
  const against = dissenters(outcome, cards)
  const missing = of.interviews
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(({ interviewers }) => interviewers.filter(({ isIn }) => !isIn))
  const evidence = cards.filter(({ scorecardId }) => !left.includes(scorecardId))
  const isReady =
    question.trim() &&
    because.trim() &&
    deciderId &&
    evidence.length > 0 &&
    (against.length === 0 || dissent.trim()) &&
    (missing.length === 0 || without.trim())
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady)
          void record.run({
            applicationId: of.applicationId,
            question,
            outcome,
            because,
            dissent: against.length > 0 ? dissent : '',
            without: missing.length > 0 ? without : '',
            evidence: evidence.map(({ scorecardId }) => scorecardId),
            deciderId: deciderId as never,
          })
      }}
    >
      <TextInput
        label="Question"
        value={question}
        maxLength={300}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label="Outcome"
        data={decisionOutcomes.map((value) => ({ value, label: outcomeSays[value] }))}
        value={outcome}
        onChange={(value) => setOutcome(value as DecisionOutcome)}
        fullWidth
      />
      <Select
        label="Decided by"
        data={of.team.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={deciderId}
        onChange={setDecider}
        allowDeselect={false}
      />
      <Textarea
        label="Why, from the scorecards"
        autosize
        minRows={3}
        value={because}
        maxLength={4000}
        onChange={(event) => setBecause(event.currentTarget.value)}
      />
      <fieldset className={styles.evidence}>
        <legend>It stands on</legend>
        {cards.map(({ scorecardId, authorName, recommendation }) => (
          <Checkbox
            key={scorecardId}
            label={`${authorName}: ${recommendationSays[recommendation]}`}
            checked={!left.includes(scorecardId)}
            onChange={(event) =>
              setLeft(
                event.currentTarget.checked
                  ? left.filter((one) => one !== scorecardId)
                  : [...left, scorecardId],
              )
            }
          />
        ))}
      </fieldset>
      {against.length > 0 && (
        <Textarea
          label={`Dissent of ${against.map(({ authorName }) => authorName).join(', ')}`}
          description="In their words, so that it is kept"
          autosize
          minRows={2}
          value={dissent}
          maxLength={4000}
          onChange={(event) => setDissent(event.currentTarget.value)}
        />
      )}
      {missing.length > 0 && (
        <Textarea
          label={`Why it does not wait for ${missing.map(({ name }) => name).join(', ')}`}
          autosize
          minRows={2}
          value={without}
          maxLength={1000}
          onChange={(event) => setWithout(event.currentTarget.value)}
        />
      )}
      {record.refusal && <Refused>{record.refusal.says}</Refused>}
      <p className={styles.quiet}>It stays as written, with the scorecards as they stand now.</p>
      <Button type="submit" variant="filled" disabled={!isReady} loading={record.running}>
        Record decision
      </Button>
    </form>
  )
}
