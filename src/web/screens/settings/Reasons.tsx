import { Button } from '@mantine/core'
import { lettersOf, type Side } from '../../../ats/model/reason.ts'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { freshId, useDraft } from '../job-setup/use-draft.ts'
import { ReasonRow } from './ReasonRow.tsx'
import { digitOf, type ListedReason, listed } from './reason-rows.ts'
import styles from './settings.module.css'

/** Why applications end: the organisation's own words, the letter that goes with each, and the order of the keys. */
export const Reasons = () => {
  const saved = useAsk('ats.everyReason', {}).data?.reasons
  const draft = useDraft<readonly ListedReason[]>((saved ?? []).map(listed))
  const save = useCall('ats.setReasons', {
    freshens: ['ats.everyReason', 'ats.reasons'],
    // New ones have their codes now: saving twice must not add them twice.
    done: (answer) => answer.ok && draft.change(answer.value.reasons.map(listed)),
  })
  if (!saved) return <RowSkeletons />
  const reasons = draft.value
  const change = (key: string, part: Partial<ListedReason>) =>
    draft.change(reasons.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const swap = (one: ListedReason, other: ListedReason | undefined) =>
    other && (() => draft.change(reasons.map((each) => (each === one ? other : each === other ? one : each))))
  const add = (side: Side) =>
    draft.change([
      ...reasons,
      { key: freshId(), says: '', side, templateKey: lettersOf[side][0] ?? null, retired: false },
    ])
  return (
    <form
      className={styles.reasons}
      onSubmit={(event) => {
        event.preventDefault()
        const rows = sides.flatMap(({ side }) => reasons.filter((one) => one.side === side))
        void save.run({ reasons: rows.map(({ key: _, ...reason }) => reason) })
      }}
    >
      {sides.map(({ side, title, says, adds }) => {
        const rows = reasons.filter((one) => one.side === side)
        return (
          <section key={side}>
            <SectionHead title={title} count={rows.filter((one) => !one.retired).length} says={says}>
              <Button onClick={() => add(side)}>{adds}</Button>
            </SectionHead>
            <ul className={styles.reasonRows} aria-label={title}>
              {rows.map((one, at) => (
                <ReasonRow
                  key={one.key}
                  reason={one}
                  digit={digitOf(reasons, one)}
                  onChange={(part) => change(one.key, part)}
                  onUp={swap(one, rows[at - 1])}
                  onDown={swap(one, rows[at + 1])}
                  onRemove={
                    one.code === undefined
                      ? () => draft.change(reasons.filter((other) => other !== one))
                      : null
                  }
                />
              ))}
            </ul>
          </section>
        )
      })}
      {save.refusal && <Refused>{save.refusal.says}</Refused>}
      <div className={styles.acts} data-sticky={draft.isChanged || undefined}>
        <Button type="submit" variant="filled" loading={save.running} disabled={!draft.isChanged}>
          Save reasons
        </Button>
        {draft.isChanged && (
          <Button variant="subtle" onClick={draft.drop}>
            Drop the changes
          </Button>
        )}
      </div>
    </form>
  )
}

const sides = [
  {
    side: 'us',
    title: 'We say no',
    says: 'The words stay with us; people get the letter. The first nine are the keys 1 to 9',
    adds: 'Add a reason of ours',
  },
  {
    side: 'them',
    title: 'They withdraw',
    says: 'Candidates choose among these on their own page',
    adds: 'Add a reason of theirs',
  },
  {
    side: 'neither',
    title: 'Nobody’s doing',
    says: 'The job ended, not the person',
    adds: 'Add a reason of nobody’s',
  },
] as const
