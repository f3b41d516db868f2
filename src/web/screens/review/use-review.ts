import { useCallback, useEffect, useRef, useState } from 'react'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { type Answer, type Commands, call, type OutputOf, type Refusal } from '../../api/client.ts'
import { queryClient, useAsk } from '../../api/use-ask.ts'

type Taken = OutputOf<Commands, 'ats.takeForReview'>
export type ReviewItem = Taken['items'][number]
/** What became of an item in this sitting. */
export interface Done {
  readonly says: string
  /** It was not mine to decide on any more. */
  readonly isTheirs?: boolean
}

export interface Sitting {
  /** Everything read in this sitting, then what is loaded ahead. */
  readonly items: readonly ReviewItem[]
  readonly at: number
  readonly done: Readonly<Record<string, Done>>
  readonly waiting: number
  readonly withOthers: number
  readonly secondsEach: number | null
  readonly until: string | null
  readonly isEmpty: boolean
  readonly refusal?: Refusal | undefined
  /** Whose lease ran out while somebody else may have begun. */
  readonly lost: ReadonlySet<string>
}

const ahead = 3
const empty: Sitting = {
  items: [],
  at: 0,
  done: {},
  waiting: 0,
  withOthers: 0,
  secondsEach: null,
  until: null,
  isEmpty: false,
  lost: new Set(),
}

/** A sitting at the review queue: what is mine to read, the next ones loaded ahead, what was decided. */
export const useReview = (filter: { readonly jobId?: string; readonly stageId?: string }) => {
  const [sitting, setSitting] = useState<Sitting>(empty)
  const latest = useRef(sitting)
  latest.current = sitting
  const taking = useRef(false)
  const deciding = useRef<Promise<unknown>>(Promise.resolve())
  const { jobId, stageId } = filter

  const take = useCallback(async () => {
    if (taking.current) return
    taking.current = true
    // A count asked for while a decision is under way would take in the one just decided.
    await deciding.current.catch(() => undefined)
    const now = latest.current
    const decidedBefore = Object.keys(now.done).length
    const answer = await call('ats.takeForReview', {
      ...(jobId ? { jobId: jobId as never } : {}),
      ...(stageId ? { stageId: stageId as never } : {}),
      count: ahead,
      passed: now.items.map((item) => item.applicationId),
    })
    taking.current = false
    setSitting((before) => withTaken(before, answer, Object.keys(before.done).length - decidedBefore))
  }, [jobId, stageId])

  useEffect(() => {
    setSitting(empty)
    latest.current = empty
    void take()
    return () => {
      // What was only loaded ahead goes back to the others at once.
      void call('ats.releaseFromReview', {})
      void queryClient.invalidateQueries({ queryKey: ['ats.reviewQueue'] })
      void queryClient.invalidateQueries({ queryKey: ['ats.board'] })
    }
  }, [take])

  const loadedAhead = sitting.items.length - sitting.at - 1
  useEffect(() => {
    if (sitting.items.length > 0 && loadedAhead < 2 && !sitting.isEmpty) void take()
  }, [sitting.items.length, loadedAhead, sitting.isEmpty, take])

  useEffect(() => {
    const keep = async () => {
      const now = latest.current
      const mine = now.items.slice(now.at).filter((item) => !now.done[item.applicationId])
      if (mine.length === 0) return
      const answer = await call('ats.keepReviewing', {
        applicationIds: mine.map((item) => item.applicationId),
      })
      const kept = new Set<string>(answer.ok ? answer.value.kept : [])
      setSitting((before) => ({
        ...before,
        until: answer.ok ? answer.value.until : before.until,
        lost: new Set(mine.map((item) => item.applicationId).filter((id) => !kept.has(id))),
      }))
    }
    const timer = setInterval(() => void keep(), 3 * 60_000)
    return () => clearInterval(timer)
  }, [])

  // Live notices about the one in hand ask again: who loses it hears so while reading.
  const inHand = sitting.items[sitting.at]
  const isOpen = inHand !== undefined && sitting.done[inHand.applicationId] === undefined
  const standing = useAsk(
    'ats.reviewStanding',
    { applicationId: inHand?.applicationId as never, readIn: inHand?.stageId as never },
    { enabled: isOpen, placeholderData: undefined, staleTime: 0 },
  )
  const lost = isOpen && !standing.isFetching ? standing.data?.lost : undefined
  useEffect(() => {
    if (lost && inHand) setSitting((before) => withLost(before, inHand, lost))
  }, [lost, inHand])

  const go = useCallback((by: number) => {
    setSitting((before) => {
      const at = Math.max(0, Math.min(before.items.length, before.at + by))
      return { ...before, at, refusal: undefined }
    })
  }, [])

  /** Shows the effect at once, goes on to the next, and comes back with the reason when it was refused. */
  const decide = useCallback(
    async (
      item: ReviewItem,
      says: string,
      follows: string,
      run: () => Promise<Answer<{ readonly done: readonly { readonly decisionId: string }[] }>>,
    ) => {
      const id = item.applicationId
      setSitting((before) => {
        const at = before.items.findIndex((one) => one.applicationId === id)
        return {
          ...before,
          at: nextOpen({ ...before, done: { ...before.done, [id]: { says } } }, at),
          done: { ...before.done, [id]: { says } },
          waiting: Math.max(0, before.waiting - 1),
          refusal: undefined,
        }
      })
      const back = (refusal?: Refusal) =>
        setSitting((before) => {
          const { [id]: _, ...done } = before.done
          return {
            ...before,
            done,
            at: before.items.findIndex((one) => one.applicationId === id),
            waiting: before.waiting + 1,
            refusal,
          }
        })
      const running = run()
      deciding.current = Promise.all([deciding.current, running])
      const answer = await running
      if (!answer.ok)
        return answer.refusal.code === 'lease-lost'
          ? setSitting((before) => withTheirs(before, item, answer.refusal))
          : back(answer.refusal)
      const decisionId = answer.value.done[0]?.decisionId
      offerUndo({
        says: `${says} ${item.name}`,
        follows,
        undo: async () => {
          const undone = await call('ats.undoDecisions', { decisionIds: [decisionId] as never })
          // What could not be taken back stays decided, and the reading goes on where it is.
          if (undone.ok) back()
          else setSitting((before) => ({ ...before, refusal: undone.refusal }))
        },
      })
    },
    [],
  )
  /** Back to the first that was gone past without a decision. */
  const goToPassed = useCallback(
    () => setSitting((before) => ({ ...before, at: nextOpen(before, -1), refusal: undefined })),
    [],
  )
  return {
    sitting,
    passed: sitting.items.filter((item) => !sitting.done[item.applicationId]).length,
    goToPassed,
    current: sitting.items[sitting.at],
    next: sitting.items[sitting.at + 1],
    go,
    decide,
    take,
  }
}

/** The first item after a place that is not decided on; past the end when there is none yet. */
export const nextOpen = (sitting: Pick<Sitting, 'items' | 'done'>, from: number): number => {
  const at = sitting.items.findIndex((item, place) => place > from && !sitting.done[item.applicationId])
  return at < 0 ? sitting.items.length : at
}

/** The sitting after an act was refused because somebody else has this one: it is passed, and why is said. */
export const withTheirs = (
  before: Sitting,
  item: Pick<ReviewItem, 'applicationId' | 'name'>,
  refusal: Refusal,
): Sitting => ({
  ...before,
  done: { ...before.done, [item.applicationId]: { says: refusal.says, isTheirs: true } },
  refusal: { ...refusal, says: `${item.name} was not decided on by you: ${refusal.says}` },
})

/** The sitting after somebody else took the one in hand or decided on it: it stays in sight, and who has it is said. */
export const withLost = (
  before: Sitting,
  item: Pick<ReviewItem, 'applicationId'>,
  because: Pick<Refusal, 'says'>,
): Sitting =>
  // What was decided here meanwhile is not lost.
  before.done[item.applicationId]
    ? before
    : { ...before, done: { ...before.done, [item.applicationId]: { says: because.says, isTheirs: true } } }

/** The sitting after the server gave more, or had nothing more to give. */
export const withTaken = (before: Sitting, answer: Answer<Taken>, decidedMeanwhile = 0): Sitting => {
  if (!answer.ok) return { ...before, refusal: answer.refusal, isEmpty: true }
  const { items, until, waiting, withOthers, secondsEach } = answer.value
  const known = new Set(before.items.map((item) => item.applicationId))
  const fresh = items.filter((item) => !known.has(item.applicationId))
  return {
    ...before,
    items: [...before.items, ...fresh],
    until: fresh.length > 0 ? until : before.until,
    waiting: Math.max(0, waiting - decidedMeanwhile),
    withOthers,
    secondsEach,
    isEmpty: fresh.length === 0,
  }
}
