import { Button, Progress } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { Count } from '../../../design/parts/MoneyText.tsx'
import { BottomBar, Page, PageBody, PageHeader } from '../../../design/parts/Page.tsx'
import { ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { ColumnMapping } from './ColumnMapping.tsx'
import { stateWords } from './import-words.ts'
import styles from './people-import.module.css'
import { RowReport } from './RowReport.tsx'
import { Totals } from './Totals.tsx'

export type ImportShown = OutputOf<Queries, 'exchange.import'>

const working = new Set(['reading', 'previewing', 'running', 'reverting'])

/** One import, from what its columns are to what became of every row, and back. */
export const Import = () => {
  const { importId } = useParams({ strict: false }) as { importId: string }
  const { data: list, error } = useAsk(
    'exchange.import',
    { importId },
    // Its work is in the background: asked again while it goes on, so that it also survives a reload.
    { refetchInterval: ({ state }) => (state.data && working.has(state.data.state) ? 700 : false) },
  )
  usePageTitle(list?.fileName ?? 'Import')
  return (
    <Page>
      <PageHeader
        title={list?.fileName ?? 'Import'}
        crumbs={[
          <Link key="all" to="/candidates">
            Candidates
          </Link>,
          <Link key="imports" to="/import">
            Import
          </Link>,
        ]}
      >
        {list && <Acts list={list} />}
      </PageHeader>
      <PageBody padded>
        {error && <ErrorState happened="This import is not shown" safe={error.refusal.says} todo="" />}
        {!list && !error && <RowSkeletons />}
        {list && <Body key={list.id} list={list} />}
      </PageBody>
      {list && (
        <BottomBar>
          <span>{stateWords[list.state]}</span>
          <span>
            <Count of={list.rowCount} /> rows
          </span>
          <span>An import sends no mail.</span>
        </BottomBar>
      )}
    </Page>
  )
}

const Body = ({ list }: { readonly list: ImportShown }) => {
  if (list.state === 'unreadable')
    return (
      <ErrorState
        happened="The file could not be read"
        safe={list.problem ?? 'Nothing came in.'}
        todo="Save it as CSV or XLSX and choose it again."
      >
        <Button component={Link} to="/import">
          Choose another file
        </Button>
      </ErrorState>
    )
  if (list.state === 'reading')
    return <p role="status">The file is being read: {list.rowCount} rows so far.</p>
  return (
    <>
      {working.has(list.state) && <Working list={list} />}
      {list.state === 'ready' && <ColumnMapping list={list} />}
      {list.state !== 'ready' && <Totals list={list} />}
      {list.state === 'previewed' && (
        <details className={styles.again}>
          <summary>Change what the columns are</summary>
          <ColumnMapping list={list} />
        </details>
      )}
      {!['ready', 'previewing'].includes(list.state) && <RowReport list={list} />}
    </>
  )
}

const Working = ({ list }: { readonly list: ImportShown }) => {
  const settled =
    list.state === 'previewing'
      ? Object.values(list.foreseen).reduce((sum, count) => sum + count, 0)
      : list.state === 'running'
        ? list.rowCount - list.waiting
        : list.reverted.removed + list.reverted.takenBack + list.reverted.kept
  const of = list.state === 'reverting' ? Math.max(1, list.done.added + list.done.joined) : list.rowCount
  return (
    <div className={styles.working} role="status">
      <span>
        {stateWords[list.state]}: <Count of={settled} /> of <Count of={of} />
      </span>
      <Progress value={(100 * settled) / Math.max(1, of)} aria-label={stateWords[list.state]} />
    </div>
  )
}

const Acts = ({ list }: { readonly list: ImportShown }) => {
  const freshens = ['exchange.import', 'exchange.imports', 'exchange.importRows', 'views.candidates'] as const
  const run = useCall('exchange.runImport', { freshens })
  const cancel = useCall('exchange.cancelImport', { freshens })
  const revert = useCall('exchange.revertImport', { freshens })
  const input = { importId: list.id }
  const coming = list.foreseen.added + list.foreseen.joined
  const refusal = run.refusal ?? cancel.refusal ?? revert.refusal
  return (
    <>
      {refusal && <Refused>{refusal.says}</Refused>}
      {['previewing', 'running'].includes(list.state) && (
        <Button loading={cancel.running} onClick={() => void cancel.run(input)}>
          Stop
        </Button>
      )}
      {['done', 'cancelled'].includes(list.state) && list.done.added + list.done.joined > 0 && (
        <Button loading={revert.running} onClick={() => void revert.run(input)}>
          Take it back
        </Button>
      )}
      {list.state === 'previewed' && (
        <Button
          variant="filled"
          loading={run.running}
          disabled={coming === 0}
          onClick={() => void run.run(input)}
        >
          Bring in {coming} {coming === 1 ? 'row' : 'rows'}
        </Button>
      )}
      {list.state === 'cancelled' && (
        <Button variant="filled" loading={run.running} onClick={() => void run.run(input)}>
          Go on
        </Button>
      )}
    </>
  )
}
