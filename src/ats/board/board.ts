import { z } from 'zod'
import { loadUsers } from '../../accounts/door.ts'
import { contactOf } from '../../candidates/door.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import type { UserId } from '../../kernel/model/id.ts'
import { ok } from '../../kernel/model/result.ts'
import { daysAfter, daysBetween, type Instant } from '../../kernel/model/time.ts'
import { defineQuery } from '../../kernel/query.ts'
import type { ReadTx } from '../../kernel/transaction.ts'
import { loadJob } from '../jobs/job.sql.ts'
import { noSuchJob } from '../jobs/not-found.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { leadOf, loadTeams } from '../jobs/team.sql.ts'
import { candidateId, jobId, stageId } from '../model/ids.ts'
import type { StageKind, TeamMember } from '../model/job.ts'
import { seeApplications } from '../model/permissions.ts'
import {
  type BoardFilter,
  type CardRow,
  countBoard,
  countChoices,
  loadBoardCards,
  loadBoardIds,
  loadBoardRows,
} from './board.sql.ts'
import { countDecided } from './decided.sql.ts'

const filter = z.object({
  jobId,
  stageId: stageId.optional(),
  turn: z.enum(['us', 'them']).optional(),
  overdue: z.boolean().optional(),
  held: z.boolean().optional(),
  source: z.string().max(60).optional(),
  candidateIds: z.array(candidateId).max(2000).optional(),
  /** No word to the candidate for so many days. */
  quietDays: z.number().int().min(1).max(365).optional(),
  /** Only what is the caller's to move on. */
  mine: z.boolean().optional(),
})

/** After so many days without a word the board offers to see them alone. */
const quietAfterDays = 5

/** A job's pipeline: its stages with who waits longest first, so many cards a stage. */
export const board = defineQuery({
  name: 'ats.board',
  says: 'The pipeline of a job: each stage with its cards, who waits longest first, and its counts.',
  permission: seeApplications,
  input: filter.extend({ cardsPerStage: z.number().int().min(1).max(500).default(50) }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const stages = await tx.rows(loadStages([job.id]))
    const team = await tx.rows(loadTeams([job.id]))
    const narrowed = narrow(tx, input, team, stages)
    const counts = new Map((await tx.rows(countBoard(narrowed, tx.now))).map((row) => [row.stageId, row]))
    const rows = await tx.rows(loadBoardCards(narrowed, input.cardsPerStage, tx.now))
    const cards = Map.groupBy((await cardsOf(tx, rows)).map(thin), (card) => card.stageId)
    const owners = await ownersOf(tx, team, stages)
    return ok({
      choices: await choicesOf(tx, job.id, team, stages),
      job: { id: job.id, title: job.title, code: job.code, state: job.state, confidential: job.confidential },
      stages: stages.map((stage) => ({
        id: stage.id,
        name: stage.name,
        kind: stage.kind,
        owner: owners.get(stage.id) ?? null,
        count: counts.get(stage.id)?.count ?? 0,
        overdue: counts.get(stage.id)?.overdue ?? 0,
        ours: counts.get(stage.id)?.ours ?? 0,
        held: counts.get(stage.id)?.held ?? 0,
        cards: cards.get(stage.id) ?? [],
      })),
    })
  },
})

/** The board's twin: the same filter as rows, page by page. */
export const boardTable = defineQuery({
  name: 'ats.boardTable',
  says: 'The pipeline of a job as a table over the same filter, who waits longest first.',
  permission: seeApplications,
  input: filter.extend({
    limit: z.number().int().min(1).max(500).default(100),
    after: z.object({ waitingSince: z.iso.datetime({ offset: true }), applicationId: z.uuid() }).optional(),
  }),
  handle: async (tx, input) => {
    const job = await tx.row(loadJob(tx.actor, input.jobId))
    if (!job) return noSuchJob
    const stages = await tx.rows(loadStages([job.id]))
    const team = await tx.rows(loadTeams([job.id]))
    const narrowed = narrow(tx, input, team, stages)
    const counts = await tx.rows(countBoard(narrowed, tx.now))
    const rows = await tx.rows(loadBoardRows(narrowed, input.limit + 1, input.after, tx.now))
    const shown = await cardsOf(tx, rows.slice(0, input.limit))
    const last = shown.at(-1)
    const owners = await ownersOf(tx, team, stages)
    return ok({
      choices: await choicesOf(tx, job.id, team, stages),
      count: counts.reduce((sum, row) => sum + row.count, 0),
      stages: stages.map(({ id, name, kind }) => ({ id, name, kind, owner: owners.get(id) ?? null })),
      rows: shown,
      after:
        rows.length > input.limit && last
          ? { waitingSince: last.waitingSince, applicationId: last.applicationId }
          : null,
    })
  },
})

/** The ids of everybody in a filter, for a bulk act across pages; `truncated` says that there are more. */
export const boardIds = defineQuery({
  name: 'ats.boardIds',
  says: 'The ids of the applications in a filter of the board, at most 1,000.',
  permission: seeApplications,
  input: filter,
  handle: async (tx, input) => {
    if (!(await tx.row(loadJob(tx.actor, input.jobId)))) return noSuchJob
    const team = await tx.rows(loadTeams([input.jobId]))
    const narrowed = narrow(tx, input, team, await tx.rows(loadStages([input.jobId])))
    const ids = (await tx.rows(loadBoardIds(narrowed, 1001, tx.now))).map((row) => row.applicationId)
    return ok({ applicationIds: ids.slice(0, 1000), truncated: ids.length > 1000 })
  },
})

type StageOfBoard = { readonly id: string; readonly kind: StageKind }

const quietSince = (now: Instant, days: number) => daysAfter(now, -days)

/** Interviews are the hiring manager's to move on, the rest the recruiter's. */
const ownerOf = (team: readonly TeamMember[], kind: StageKind | undefined) => {
  const recruiter = leadOf(team, 'recruiter')
  const manager = leadOf(team, 'hiring-manager')
  return kind === 'interview' ? (manager ?? recruiter) : (recruiter ?? manager)
}

const stagesOfMine = (tx: ReadTx, team: readonly TeamMember[], stages: readonly StageOfBoard[]) =>
  stages.filter((stage) => ownerOf(team, stage.kind) === userIdOf(tx.actor)).map((stage) => stage.id)

const narrow = (
  tx: ReadTx,
  input: z.output<typeof filter>,
  team: readonly TeamMember[],
  stages: readonly StageOfBoard[],
): BoardFilter => ({
  ...input,
  ...(input.quietDays ? { quietSince: quietSince(tx.now, input.quietDays) } : {}),
  ...(input.mine ? { stageIds: stagesOfMine(tx, team, stages) } : {}),
})

/** How many each choice of the filter would leave. */
const choicesOf = async (
  tx: ReadTx,
  job: z.output<typeof jobId>,
  team: readonly TeamMember[],
  stages: readonly StageOfBoard[],
) => {
  const rows = await tx.rows(countChoices(job, quietSince(tx.now, quietAfterDays), tx.now))
  const mine = new Set(stagesOfMine(tx, team, stages))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    all: sum((row) => row.all),
    ours: sum((row) => row.ours),
    theirs: sum((row) => row.theirs),
    overdue: sum((row) => row.overdue),
    quiet: sum((row) => row.quiet),
    held: sum((row) => row.held),
    decided: (await tx.row(countDecided(job)))?.count ?? 0,
    mine: sum((row) => (mine.has(row.stageId) ? row.all : 0)),
  }
}

/** Who has each stage's people to move on: said once a stage, as all its cards share it. */
const ownersOf = async (tx: ReadTx, team: readonly TeamMember[], stages: readonly StageOfBoard[]) => {
  const of = new Map(stages.map((stage) => [stage.id, ownerOf(team, stage.kind)]))
  const users = await usersOf(tx, [...of.values()])
  return new Map([...of].map(([stage, user]) => [stage, users.get(user ?? '') ?? null]))
}

const usersOf = async (tx: ReadTx, ids: readonly (UserId | null | undefined)[]) => {
  const asked = [...new Set(ids.filter((id) => id != null))]
  // Mostly nobody reads: no statement then.
  const found = asked.length > 0 ? await loadUsers(tx, asked) : []
  return new Map(found.map((user) => [user.id as string, { id: user.id, name: user.name }]))
}

const cardsOf = async (tx: ReadTx, rows: readonly CardRow[]) => {
  const people = await contactOf(
    tx,
    rows.map((row) => row.candidateId),
  )
  const users = await usersOf(
    tx,
    rows.map((row) => row.reviewedBy),
  )
  return rows.map(({ reviewedBy, ...row }) => ({
    ...row,
    name: people.get(row.candidateId)?.name ?? '',
    title: people.get(row.candidateId)?.title ?? null,
    daysInStage: daysBetween(row.enteredStageAt, tx.now),
    daysSinceWord: daysBetween(row.waitingSince, tx.now),
    overdue: row.promisedFor !== null && row.promisedFor < tx.now,
    reviewedBy: reviewedBy ? (users.get(reviewedBy) ?? null) : null,
  }))
}

/** A card without what only the table shows: a board carries hundreds. */
const thin = ({
  appliedAt: _,
  enteredStageAt: __,
  waitingSince: ___,
  heldReason: ____,
  source: _____,
  ...card
}: Awaited<ReturnType<typeof cardsOf>>[number]) => card
