import { ActionIcon, Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { SelectionBar } from '../../../design/parts/SelectionBar.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { type Column, VirtualGrid } from '../../../design/parts/VirtualGrid.tsx'
import { VirtualList } from '../../../design/parts/VirtualList.tsx'
import { WhoCell } from '../../../design/parts/WhoCell.tsx'
import { useReader } from '../../../design/reader.ts'
import { Refused } from '../../api/client.ts'
import { useMay } from '../../frame/me.ts'
import { showRefusal } from '../jobs/show-refusal.ts'
import menuStyles from './card-menu.module.css'
import { byWhom, type DecidedPerson, mailSays, sideSays, stateSays } from './decided-words.ts'
import styles from './rows.module.css'
import { TakeBackDialog } from './TakeBackDialog.tsx'
import { everyDecided, useDecided, useDecidedActs } from './use-decided.ts'

/** Who was decided on, newest decision first: what, why, by whom, where the letter stands; and taking it back. */
export const DecidedTable = ({ jobId }: { readonly jobId: string }) => {
  const reader = useReader()
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false }) ?? false
  const navigate = useNavigate()
  const { list, rows, count } = useDecided(jobId)
  const { cancel } = useDecidedActs()
  const mayUndo = useMay('ats.moveApplications')
  const mayCancel = useMay('messaging.write')
  const [cursor, setCursor] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<readonly DecidedPerson[]>()
  // Chosen are also people whose rows are not loaded; what is loaded is newer.
  const [beyond, setBeyond] = useState<readonly DecidedPerson[]>([])
  const picked = useMemo(() => {
    const known = new Map([...beyond, ...rows].map((row) => [row.applicationId as string, row]))
    return [...chosen].flatMap((id) => known.get(id) ?? [])
  }, [rows, beyond, chosen])
  const chooseAll = async () => {
    try {
      const all = await everyDecided(jobId)
      setBeyond(all)
      setChosen(new Set(all.map((row) => row.applicationId)))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      showRefusal(error.refusal)
    }
  }
  if (list.isPending) return <RowSkeletons />
  if (list.error && rows.length === 0)
    return (
      <ErrorState
        happened="Decided people can’t be shown"
        safe={list.error.refusal.says}
        todo="Load the page again."
      />
    )
  const waiting = (of: readonly DecidedPerson[]) =>
    of.flatMap((row) => (row.mail?.state === 'waiting' ? [row.mail.id] : []))
  const cancelMails = async (of: readonly DecidedPerson[]) => {
    const ids = waiting(of)
    // One call takes so many.
    for (let at = 0; at < ids.length; at += 200) {
      const answer = await cancel.run({ messageIds: ids.slice(at, at + 200) })
      if (!answer.ok) return showRefusal(answer.refusal)
    }
  }
  const dialog = asked && (
    // By its key it stays and tells what became of each, also when the last row has left the list.
    <TakeBackDialog
      key="take-back"
      rows={asked}
      onClose={() => setAsked(undefined)}
      onDone={() => setChosen(new Set())}
    />
  )
  if (rows.length === 0)
    return (
      <>
        <EmptyState
          title="Nobody has been decided on"
          teaches="Whoever is rejected, hired or withdraws stands here, and can be taken back while no letter has left."
        />
        {dialog}
      </>
    )
  const who = (row: DecidedPerson) => (
    <WhoCell
      face={<Face id={row.candidateId} name={row.name} />}
      name={
        <Link to="/candidates/$candidateId" params={{ candidateId: row.candidateId }}>
          <Name>{row.name}</Name>
        </Link>
      }
      under={row.title ?? undefined}
    />
  )
  const why = (row: DecidedPerson) => (
    <span className={styles.cut} title={[row.reason, sideSays(row.side)].filter(Boolean).join(', ')}>
      {row.reason ?? ''}
      {row.side && <span className={styles.quiet}>, {sideSays(row.side)}</span>}
    </span>
  )
  const by = (row: DecidedPerson) => (
    <span className={styles.cut}>
      <DateText at={row.decidedAt} /> <span className={styles.quiet}>by {byWhom(row)}</span>
    </span>
  )
  const mail = (row: DecidedPerson) => mailSays(row.mail, new Date(), reader)
  const menu = (row: DecidedPerson) => (
    <Menu position="bottom-end" width={264}>
      <Menu.Target>
        <ActionIcon className={menuStyles.more} aria-label={`Acts on ${row.name}`}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.stays && <Menu.Label>{row.stays}</Menu.Label>}
        <Menu.Item disabled={!mayUndo || row.stays !== null} onClick={() => setAsked([row])}>
          Take back…
        </Menu.Item>
        <Menu.Item
          disabled={!mayCancel || row.mail?.state !== 'waiting'}
          onClick={() => void cancelMails([row])}
        >
          Cancel the mail
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  const columns: Column<DecidedPerson>[] = [
    { key: 'who', title: 'Person', width: 'minmax(0, 1.2fr)', cell: who },
    { key: 'what', title: 'What', width: '88px', cell: (row) => stateSays(row.state) },
    { key: 'why', title: 'Reason and side', width: 'minmax(0, 1.3fr)', cell: why },
    { key: 'by', title: 'Decided', width: 'minmax(0, 1fr)', cell: by },
    { key: 'mail', title: 'Mail', width: '176px', cell: mail },
    { key: 'acts', title: 'Acts', width: '52px', cell: menu },
  ]
  const keys = {
    rows,
    keyOf: (row: DecidedPerson) => row.applicationId,
    nameOf: (row: DecidedPerson) => row.name,
    cursor,
    onCursor: setCursor,
    onOpen: (row: DecidedPerson) =>
      void navigate({ to: '/candidates/$candidateId', params: { candidateId: row.candidateId } } as never),
    onNearEnd: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage()
    },
    selected: chosen,
    onSelect: setChosen,
  }
  return (
    <>
      {phone ? (
        <VirtualList
          {...keys}
          label="Decided people"
          row={(row) => (
            <div className={styles.phoneRow}>
              {who(row)}
              {menu(row)}
              <span>
                {stateSays(row.state)}
                {row.reason ? `: ${row.reason}` : ''}{' '}
                <span className={styles.quiet}>{sideSays(row.side)}</span>
              </span>
              <span>{by(row)}</span>
              <span className={styles.quiet}>Mail: {mail(row)}</span>
            </div>
          )}
        />
      ) : (
        <VirtualGrid {...keys} label="Decided people" columns={columns} />
      )}
      <SelectionBar
        count={picked.length}
        total={count}
        onAll={() => void chooseAll()}
        onClear={() => setChosen(new Set())}
      >
        {mayUndo && (
          <Button variant="ink" onClick={() => setAsked(picked)}>
            Take back
          </Button>
        )}
        {mayCancel && waiting(picked).length > 0 && (
          <Button variant="ink" onClick={() => void cancelMails(picked)}>
            Cancel {waiting(picked).length === 1 ? 'one mail' : `${waiting(picked).length} mails`}
          </Button>
        )}
      </SelectionBar>
      {dialog}
    </>
  )
}
