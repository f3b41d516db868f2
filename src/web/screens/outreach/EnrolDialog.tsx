import { Button, Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Faces } from '../../../design/parts/Face.tsx'
import { HairlineList, Row } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay, useMe } from '../../frame/me.ts'
import { people } from '../candidates/people-words.ts'
import pools from '../pools/pools.module.css'
import { enrolPeople } from './enrolment-acts.ts'
import { FirstMails } from './FirstMails.tsx'
import styles from './outreach.module.css'
import { reasonWords } from './sequence-words.ts'
import { useEnrolmentPreview } from './use-enrolment-preview.ts'

/** Puts people into a sequence; says before who will get it, as each reads it, and who will not, by reason. */
export const EnrolDialog = ({
  ids,
  name,
  onClose,
  onDone,
}: {
  readonly ids: readonly string[]
  /** Whom, when it is one. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const me = useMe()
  const { data } = useAsk('views.sequences', {}, { staleTime: 15_000 })
  const sequences = data?.sequences ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [senderId, setSenderId] = useState<string | undefined>()
  const [running, setRunning] = useState(false)
  const sendsForOthers = useMay('crm.sendForColleagues')
  const users = useAsk(
    'accounts.users',
    { disabled: false },
    { staleTime: 300_000, enabled: sendsForOthers },
  ).data
  const sequence = sequences.find(({ id }) => id === chosen)
  const preview = useEnrolmentPreview(sequence?.id, ids, senderId)
  const fit = preview.data?.fit ?? []
  const skipped = preview.data?.skipped ?? []
  const run = async () => {
    if (!sequence) return
    setRunning(true)
    const done = await enrolPeople(sequence, ids, senderId)
    setRunning(false)
    if (done) onDone()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size={640}
      title={`Enrol ${name ?? people(ids.length)} in a sequence`}
      act={
        <Button
          variant="filled"
          disabled={!preview.data || fit.length === 0}
          loading={running}
          onClick={() => void run()}
        >
          {fit.length > 0 ? `Enrol ${fit.length}` : 'Enrol'}
        </Button>
      }
    >
      <div className={pools.form}>
        <Select
          label="Sequence"
          placeholder={data && sequences.length === 0 ? 'There is no sequence yet' : 'Choose a sequence'}
          data={sequences.map((one) => ({
            value: one.id,
            label: one.state === 'draft' ? `${one.name} (draft)` : one.name,
          }))}
          value={chosen}
          onChange={setChosen}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No sequence of this name"
          data-autofocus
        />
        {data && sequences.length === 0 && (
          <p className={pools.unknown}>
            Write one first, under <Link to="/outreach">Outreach</Link>.
          </p>
        )}
        {sendsForOthers && users && (
          <Select
            label="In whose name"
            data={users.map((user) => ({ value: user.id as string, label: user.name }))}
            value={senderId ?? me?.user.id ?? null}
            onChange={(id) => setSenderId(id ?? undefined)}
            searchable
            allowDeselect={false}
          />
        )}
        {preview.error && <Refused>{preview.error.refusal.says}</Refused>}
        {sequence && preview.data && (
          <section className={styles.before} aria-label="Before it starts">
            <h3>{fit.length === 0 ? 'Nobody will get it' : `${fit.length} will get it`}</h3>
            {skipped.length > 0 && (
              <>
                <p>
                  {skipped.length} of {ids.length} skipped, each for a reason
                </p>
                <Skipped of={skipped} />
              </>
            )}
            {sequence.state === 'draft' && fit.length > 0 && (
              <p>It is a draft: nothing leaves before it is started.</p>
            )}
            {fit.length > 0 && <FirstMails sequenceId={sequence.id} people={fit} />}
            <p>The check runs again before each mail.</p>
          </section>
        )}
      </div>
    </Dialog>
  )
}

const Skipped = ({
  of,
}: {
  readonly of: readonly {
    readonly candidateId: string
    readonly name: string
    readonly code: string
    readonly says: string
  }[]
}) => (
  <HairlineList label="Skipped">
    {[...Map.groupBy(of, ({ code }) => code)].map(([code, those]) => (
      <Row
        key={code}
        lead={<b className={styles.count}>{those.length}</b>}
        title={reasonWords(code)}
        under={[...new Set(those.map(({ says }) => says))].slice(0, 2).join(' ')}
        end={<Faces people={those.map(({ candidateId, name }) => ({ id: candidateId, name }))} most={3} />}
      />
    ))}
  </HairlineList>
)
