import { ActionIcon, Button } from '@mantine/core'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useShortcuts } from '../../../design/keys/shortcuts.ts'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { Page, PageHeader } from '../../../design/parts/Page.tsx'
import { EmptyState, ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { openSheet } from '../../frame/palette-store.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { Particulars } from './Particulars.tsx'
import { Resume } from './Resume.tsx'
import { ReviewFoot } from './ReviewFoot.tsx'
import styles from './review.module.css'
import bar from './review-bar.module.css'
import { useReview } from './use-review.ts'

const route = getRouteApi('/alone/review')

/** The review queue, for whom it is; whoever comes by an address alone hears why it stays shut, and takes nothing. */
export const Review = () =>
  useMay('ats.review') ? (
    <Reading />
  ) : (
    <Page>
      <PageHeader title="Review" />
      <ErrorState
        happened="Your role doesn’t open this page"
        safe="Applications wait here for whoever reads them first; none was taken by asking."
        todo="An administrator can give you the right to review applications."
      >
        <Button component={Link} to="/jobs">
          To the jobs
        </Button>
      </ErrorState>
    </Page>
  )

/** Full screen: one application after the other, each mine alone while I read it. */
const Reading = () => {
  const search = route.useSearch()
  const filter = useMemo(
    () => ({
      ...(search.job ? { jobId: search.job } : {}),
      ...(search.stage ? { stageId: search.stage } : {}),
    }),
    [search.job, search.stage],
  )
  const review = useReview(filter)
  const { sitting, current } = review
  const job = useAsk('ats.job', { jobId: search.job as never }, { enabled: !!search.job })
  const title = job.data?.title ?? (search.job ? 'Review' : 'All jobs')
  const navigate = useNavigate()
  const stop = () =>
    void navigate(
      (search.job ? { to: '/jobs/$jobId', params: { jobId: search.job } } : { to: '/jobs' }) as never,
    )
  usePageTitle('Review', title)
  useShortcuts(
    {
      j: { label: 'Next', run: () => review.go(1) },
      k: { label: 'Back', run: () => review.go(-1) },
      ArrowRight: { label: 'Next', run: () => review.go(1), quiet: true },
      ArrowLeft: { label: 'Back', run: () => review.go(-1), quiet: true },
      Escape: { label: 'Stop here', run: stop },
    },
    { title: 'Review' },
  )
  const decided = Object.values(sitting.done).filter((one) => !one.isTheirs).length
  const total = decided + sitting.waiting
  const minutes =
    sitting.secondsEach === null
      ? undefined
      : Math.max(1, Math.ceil((sitting.secondsEach * sitting.waiting) / 60))
  const was = current && sitting.done[current.applicationId]
  return (
    <div className={styles.page}>
      <header className={bar.bar}>
        <ActionIcon aria-label="Stop here" onClick={stop}>
          <IconX />
        </ActionIcon>
        <h1 tabIndex={-1}>{title}</h1>
        <span className={bar.order}>New applications, oldest first</span>
        <span className={bar.counter} role="status">
          <b>
            {Math.min(total, decided + 1)} of {total}
          </b>
          <span>
            {sitting.waiting} left{minutes ? `, about ${minutes} min` : ''}
          </span>
        </span>
        <span className={bar.lease}>
          {current && !was && (
            <span>
              <IconLock aria-hidden />
              {sitting.lost.has(current.applicationId)
                ? 'Somebody else may read it by now'
                : 'Only you have this one'}
            </span>
          )}
          {sitting.withOthers > 0 && <span>{sitting.withOthers} with others now</span>}
        </span>
        <Button variant="subtle" onClick={stop} rightSection={<KeyCap keys="Escape" />} className={bar.stop}>
          Stop here
        </Button>
        <ActionIcon aria-label="Show the shortcuts" onClick={openSheet} className={bar.stop}>
          <KeyCap keys="?" />
        </ActionIcon>
        <div
          className={bar.progress}
          role="progressbar"
          aria-label={`${decided} of ${total} decided`}
          aria-valuenow={decided}
          aria-valuemax={Math.max(1, total)}
        >
          <i style={{ width: `${total === 0 ? 0 : (decided / total) * 100}%` }} />
        </div>
      </header>
      <main id="main" className={styles.split} data-empty={!current || undefined} tabIndex={-1}>
        {current ? (
          <>
            <Resume key={current.applicationId} item={current} />
            <Particulars key={`${current.applicationId}p`} item={current} />
          </>
        ) : sitting.isEmpty && review.passed > 0 ? (
          <EmptyState
            title={`${review.passed} passed over`}
            teaches="You went past them without deciding. They stay yours to read until you stop here."
          >
            <Button variant="filled" onClick={review.goToPassed}>
              Back to the first
            </Button>
            <Button onClick={stop}>Stop here</Button>
          </EmptyState>
        ) : sitting.isEmpty ? (
          <EmptyState
            title={decided > 0 ? 'All read' : 'Nothing to read'}
            teaches={
              sitting.withOthers > 0
                ? `${sitting.withOthers} are with somebody else just now and come back here if they are not decided.`
                : 'New applications come here by themselves, oldest first. Held ones come back on their day.'
            }
          >
            <Button variant="filled" onClick={stop}>
              {search.job ? 'To the pipeline' : 'To the jobs'}
            </Button>
            {search.job && (
              <Button component={Link} to="/review" search={{} as never}>
                Read all jobs
              </Button>
            )}
          </EmptyState>
        ) : (
          <RowSkeletons rows={10} />
        )}
        {(was || sitting.refusal) && (
          <div className={styles.notice}>
            {sitting.refusal ? (
              <Refused>{sitting.refusal.says}</Refused>
            ) : (
              <span role="status">
                {was!.isTheirs
                  ? `${was!.says} Go on with the next one.`
                  : `${was!.says} in this sitting. Undo it with Z while it is offered, or on the person’s page.`}
              </span>
            )}
          </div>
        )}
      </main>
      {current && <ReviewFoot key={current.applicationId} review={review} item={current} isDone={!!was} />}
    </div>
  )
}
