import { Button } from '@mantine/core'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { BottomBar, Page } from '../../../design/parts/Page.tsx'
import { SelectionBar } from '../../../design/parts/SelectionBar.tsx'
import { EmptyState, ErrorState, RowSkeletons } from '../../../design/parts/States.tsx'
import { ask } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { useActs } from '../../frame/palette-store.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { JobHeader } from '../jobs/JobHeader.tsx'
import { AskedDialog } from './AskedDialog.tsx'
import { Board } from './Board.tsx'
import { BoardTable } from './BoardTable.tsx'
import { DecidedTable } from './DecidedTable.tsx'
import { FilterLine } from './FilterLine.tsx'
import { JobLine } from './JobLine.tsx'
import { leadsAtFirst } from './LeadsColumn.tsx'
import { useActsOnCards } from './use-acts.ts'
import { useBoard, usePipelineSearch } from './use-pipeline.ts'

/** A job's people: board and table over the same filter. */
export const Pipeline = () => {
  const { jobId, search, change, filter } = usePipelineSearch()
  const board = useBoard(filter)
  const job = useAsk('ats.job', { jobId: jobId as never })
  const mayReview = useMay('ats.review')
  const queue = useAsk('ats.reviewQueue', { jobId: jobId as never }, { enabled: mayReview })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const navigate = useNavigate()
  const stages = board.data?.stages ?? []
  const acts = useActsOnCards(stages)
  const title = board.data?.job.title ?? job.data?.title ?? 'Pipeline'
  const total = stages.reduce((sum, stage) => sum + stage.count, 0)
  const isTable = search.view === 'table' || !!search.decided
  usePageTitle('Pipeline', title)
  const toReview = () => void navigate({ to: '/review', search: { job: jobId } } as never)
  useShortcuts({
    r: mayReview ? { label: 'Review', run: toReview } : undefined,
    v: {
      label: isTable ? 'Show as board' : 'Show as table',
      run: () => change({ view: isTable ? undefined : 'table', decided: undefined }),
    },
  })
  const ids = useMemo(() => [...chosen], [chosen])
  const { ask: askFor } = acts
  useActs(
    useMemo(
      () =>
        ids.length > 0 && acts.mayDecide && !search.decided
          ? {
              title: `Do with the ${ids.length} chosen`,
              acts: (['advance', 'hold', 'reject'] as const).map((act) => ({
                id: act,
                label: `${act.charAt(0).toUpperCase()}${act.slice(1)}…`,
                run: () => void askFor(act, ids),
              })),
            }
          : undefined,
      [ids, acts.mayDecide, askFor, search.decided],
    ),
  )
  const chooseAll = async () => {
    const all = await ask('ats.boardIds', filter as never)
    setChosen(new Set(all.applicationIds))
  }
  const leads = useAsk('views.leads', { jobId, limit: leadsAtFirst })
  const nobody = total === 0 && board.data?.choices.all === 0 && leads.data?.count === 0
  return (
    <Page>
      <JobHeader jobId={jobId} title={title} current="pipeline" active={board.data?.choices.all}>
        {mayReview && (
          <Button
            component={Link}
            to="/review"
            search={{ job: jobId } as never}
            leftSection={<IconUsers />}
            rightSection={<KeyCap keys="r" />}
            variant={queue.data?.waiting ? 'filled' : 'default'}
            c={queue.data?.waiting ? 'var(--on-accent)' : undefined}
          >
            Review {queue.data?.waiting ?? ''}
          </Button>
        )}
      </JobHeader>
      {job.data && <JobLine job={job.data} />}
      <FilterLine choices={board.data?.choices} />
      {board.error && !board.data ? (
        <ErrorState
          happened="The pipeline can’t be shown"
          safe={board.error.refusal.says}
          todo="Go back to the list of jobs, or ask whoever leads this job to add you to its team."
        />
      ) : !board.data ? (
        <RowSkeletons />
      ) : search.decided ? (
        <DecidedTable jobId={jobId} />
      ) : nobody ? (
        <EmptyState
          title="Nobody has applied yet"
          teaches="Applications stand here stage by stage, whoever waits longest first. Publish the posting, or put people on record into the process from Candidates."
        >
          <Button component={Link} to={`/jobs/${jobId}/posting`}>
            Open the posting
          </Button>
        </EmptyState>
      ) : isTable ? (
        <BoardTable
          filter={filter}
          acts={acts}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={(card) =>
            void navigate({
              to: '/candidates/$candidateId',
              params: { candidateId: card.candidateId },
            } as never)
          }
        />
      ) : (
        <Board
          board={board.data}
          hired={job.data?.openings.filter((one) => one.state === 'filled').length ?? 0}
          acts={acts}
          chosen={chosen}
          onChoose={setChosen}
          onMore={board.more}
        />
      )}
      <SelectionBar
        count={search.decided ? 0 : chosen.size}
        total={total}
        onAll={() => void chooseAll()}
        onClear={() => setChosen(new Set())}
      >
        {acts.mayDecide && (
          <>
            <Button
              variant="ink"
              onClick={() => void acts.ask('advance', ids)}
              rightSection={<KeyCap keys="a" />}
            >
              Advance
            </Button>
            <Button
              variant="ink"
              onClick={() => void acts.ask('hold', ids)}
              rightSection={<KeyCap keys="h" />}
            >
              Hold
            </Button>
            <Button
              variant="ink"
              onClick={() => void acts.ask('reject', ids)}
              rightSection={<KeyCap keys="shift+r" />}
            >
              Reject
            </Button>
          </>
        )}
      </SelectionBar>
      <BottomBar>
        <span>
          {search.decided
            ? `${board.data?.choices.decided ?? 0} decided; a decision can be taken back while no letter has left`
            : board.data
              ? `${total} of ${board.data.choices.all} in process`
              : ''}
        </span>
        {!search.decided && <span>Decided people: under Decided</span>}
      </BottomBar>
      <AskedDialog acts={acts} stages={stages} onDone={() => setChosen(new Set())} />
    </Page>
  )
}
