import { z } from 'zod'
import {
  grantSight,
  identifyCandidate,
  recordConsent,
  setRelationship,
  touchCandidates,
} from '../../candidates/door.ts'
import { attachUploads } from '../../documents/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId, CandidateId } from '../../kernel/model/id.ts'
import { anyone } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { queueMail } from '../../messaging/door.ts'
import { clockOf } from '../jobs/clock.ts'
import { refreshConfidential } from '../jobs/job.sql.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { leadOf, loadTeams } from '../jobs/team.sql.ts'
import { applicationReceived, applicationSupplemented } from '../model/facts.ts'
import { type Answer, givenAnswer, readAnswers } from '../model/form.ts'
import { dayIn, momentSays, promiseAfter } from '../model/promise.ts'
import { makeLinks } from '../own-page/link-token.ts'
import { loadPublicPosting, type PublicPosting } from '../postings/posting.sql.ts'
import { activeOfCandidate, insertApplications, saveFiles } from './application.sql.ts'
import { type Limit, withinLimits } from './limits.ts'
import { notifyLeads } from './notify-leads.ts'

/** The months that a yes to other jobs lasts. */
export const keepInMindMonths = 12

const uploadToken = z.string().min(20).max(200)

/** Ids of existing rows have no place in it (R12): files come by the secret of their upload only. */
const applied = z.strictObject({
  postingSlug: z.string().max(200),
  name: z.string().trim().min(1, 'write it as you want to be called').max(200),
  email: z.email('write the whole address').max(254).optional(),
  phone: z.string().trim().max(60).optional(),
  town: z.string().trim().max(200).optional(),
  timeZone: z.string().max(60).optional(),
  links: z.array(z.url().max(2000)).max(10).default([]),
  answers: z.array(givenAnswer).max(60).default([]),
  resumeUpload: uploadToken.optional(),
  coverLetter: z.string().max(20_000).optional(),
  /** Work and learning as the applicant confirmed them, whatever was read from the résumé; months as YYYY-MM. */
  entries: z
    .array(
      z.strictObject({
        title: z.string().max(300),
        where: z.string().max(300),
        from: z.string().max(20),
        until: z.string().max(20),
        outcome: z.string().max(10_000),
      }),
    )
    .max(60)
    .default([]),
  /** The text shown beside the box that was ticked; absent means that it was not ticked. */
  talentPoolConsent: z.object({ textShown: z.string().min(1).max(2000) }).optional(),
  language: z.string().max(20).default('en'),
  source: z.string().max(60).default('careers-site'),
  sourceDetail: z.string().max(200).optional(),
  /** Who sends, for the limits: the address of the connection, filled in by the server, never by the form. */
  from: z.string().max(100).optional(),
})

/** Takes an application. Anyone may send one; the answer is the same whether or not we know the person (R33). */
export const apply = defineCommand({
  name: 'ats.apply',
  says: 'Takes a person’s application for a live posting.',
  permission: anyone,
  input: applied,
  handle: async (tx, input) => {
    const posting = await tx.row(loadPublicPosting(input.postingSlug))
    if (!posting || posting.liveVersion === null) return refuse('not-found', 'There is no such job.')
    const clock = await clockOf(tx, posting.officeId)
    if (!isOpen(posting, dayIn(tx.now, clock.zone)))
      return refuse('gone', 'This job no longer takes applications.')
    const { answers, problems } = readAnswers(posting.content.form.questions, input.answers)
    const all = [...fixedProblems(input, posting), ...problems]
    if (all.length > 0) return refuse('bad-input', all[0]!.says, { field: all[0]!.field, details: all })
    const allowed = await withinLimits(tx, limitsOf(input, posting))
    if (!allowed.ok) return allowed

    const { candidateId } = await identifyCandidate(tx, {
      name: input.name,
      emails: input.email ? [input.email] : [],
      phones: input.phone ? [input.phone] : [],
      links: input.links,
      location: input.town || undefined,
      country: posting.content.locations[0]?.country,
      language: input.language,
      timeZone: input.timeZone,
      source: 'application',
      sourceDetail: input.sourceDetail,
    })
    const promisedFor = promiseAfter(tx.now, posting.answerWithinDays, clock.zone)
    const team = await tx.rows(loadTeams([posting.jobId]))
    const stages = await tx.rows(loadStages([posting.jobId]))
    const [row] = await tx.rows(
      insertApplications(
        [
          {
            id: newId<ApplicationId>(),
            candidateId,
            jobId: posting.jobId,
            postingId: posting.postingId,
            postingVersion: posting.version,
            stageId: stages[0]!.id,
            appliedAt: tx.now,
            answers: withOwnWords(answers, input),
            source: input.source,
            sourceDetail: input.sourceDetail ?? null,
            turnSays: stages[0]!.candidateSays ?? stages[0]!.name,
            promisedFor,
            transferredFrom: null,
          },
        ],
        tx.now,
      ),
    )
    const id = row?.id ?? (await tx.row(activeOfCandidate(candidateId, posting.jobId)))!.id
    const files = await takeFiles(tx, input, answers, candidateId, id, row !== undefined)
    const about = { candidateId, applicationId: id, jobId: posting.jobId }
    const at = { postingId: posting.postingId, postingVersion: posting.version }
    if (input.talentPoolConsent)
      await recordConsent(tx, [
        {
          candidateId,
          purpose: 'talent-pool',
          event: 'given',
          textShown: input.talentPoolConsent.textShown,
          language: input.language,
          channel: 'form',
          proof: id,
          expiresAt: daysAfter(tx.now, Math.round(keepInMindMonths * 30.4)),
        },
      ])
    if (row) {
      tx.record(applicationReceived(about, { ...at, source: input.source, stageId: stages[0]!.id }))
      await grantSight(
        tx,
        [...new Set(team.map((one) => one.userId))].map((userId) => ({
          userId,
          candidateId,
          because: posting.jobId,
        })),
      )
      await setRelationship(tx, [{ candidateId, relationship: 'applicant' }])
      await tx.rows(refreshConfidential([candidateId]))
      await notifyLeads(tx, team, 'application', about)
      const [link] = await makeLinks(tx, [{ candidateId, applicationId: id }])
      if (input.email)
        await queueMail(tx, [
          {
            candidateId,
            applicationId: id,
            jobId: posting.jobId,
            purpose: 'process',
            automated: true,
            to: { address: input.email, name: input.name },
            template: {
              key: 'application-received',
              fields: {
                'job.title': posting.content.title,
                'job.team': posting.department ?? '',
                'application.link': link!,
                'application.date': momentSays(promisedFor, clock.zone, input.language),
              },
            },
            sendAfter: tx.now,
            dedupeKey: `received:${id}`,
          },
        ])
    } else tx.record(applicationSupplemented(about, { ...at, files: files.length }))
    await touchCandidates(tx, [candidateId], { activity: true, inbound: true })
    return ok({
      received: true,
      sentAt: tx.now,
      jobTitle: posting.content.title,
      promisedFor,
      readBy: leadOf(team, 'recruiter') ?? leadOf(team, 'hiring-manager') ?? null,
    })
  },
})

const isOpen = (posting: PublicPosting, today: string): boolean =>
  posting.state === 'live' &&
  posting.jobState === 'open' &&
  (!posting.openUntil || posting.openUntil >= today)

const limitsOf = (input: z.output<typeof applied>, posting: PublicPosting): Limit[] => [
  ...(input.from ? [{ key: `apply ip:${input.from}`, most: 30, withinMinutes: 10 }] : []),
  ...(input.email ? [{ key: `apply mail:${input.email}`, most: 10, withinMinutes: 60 }] : []),
  { key: `apply job:${posting.jobId}`, most: 600, withinMinutes: 10 },
]

const fixedProblems = (input: z.output<typeof applied>, posting: PublicPosting) => {
  const { form } = posting.content
  const problems = []
  if (!input.email && !input.phone)
    problems.push({
      field: 'email',
      says: 'Write an e-mail address or a telephone number that we may answer to.',
    })
  if (form.phone === 'needed' && !input.phone)
    problems.push({ field: 'phone', says: 'Write a telephone number we can reach you at.' })
  if (form.town === 'needed' && !input.town) problems.push({ field: 'town', says: 'Write where you live.' })
  if (form.resume === 'needed' && !input.resumeUpload && input.links.length === 0)
    problems.push({ field: 'resume', says: 'Choose a résumé file, or give a link.' })
  return problems
}

/** What was written beside the questions stands with the answers, as one frozen whole. */
const withOwnWords = (
  answers: readonly Answer[],
  { coverLetter, entries }: z.output<typeof applied>,
): readonly Answer[] => [
  ...answers,
  ...(coverLetter?.trim()
    ? [
        {
          questionId: 'cover-letter',
          label: 'Cover letter',
          kind: 'long-text' as const,
          value: coverLetter.normalize('NFC'),
        },
      ]
    : []),
  ...(entries.length > 0
    ? [
        {
          questionId: 'work-and-learning',
          label: 'Work and learning',
          kind: 'long-text' as const,
          value: entries.map(entrySays).join('\n\n').normalize('NFC'),
        },
      ]
    : []),
]

const entrySays = (entry: z.output<typeof applied>['entries'][number]): string =>
  [
    [entry.title, entry.where].filter(Boolean).join(', '),
    entry.from || entry.until ? `${entry.from || '?'} to ${entry.until || 'now'}` : '',
    entry.outcome.trim(),
  ]
    .filter(Boolean)
    .join('\n')

/** Claims the uploads; an application that came again keeps its first answers and gains the files. */
const takeFiles = async (
  tx: WriteTx,
  input: z.output<typeof applied>,
  answers: readonly Answer[],
  candidateId: CandidateId,
  applicationId: ApplicationId,
  isNew: boolean,
) => {
  const resume = input.resumeUpload
    ? await attachUploads(tx, [input.resumeUpload], { candidateId, applicationId, kind: 'resume' })
    : []
  const tokens = answers.flatMap((answer) =>
    answer.kind === 'file' && Array.isArray(answer.value) ? (answer.value as string[]) : [],
  )
  const others =
    tokens.length > 0 ? await attachUploads(tx, tokens, { candidateId, applicationId, kind: 'answer' }) : []
  const fileQuestions = answers.some((answer) => answer.kind === 'file')
  if (resume[0] || (isNew && fileQuestions))
    await tx.change(
      saveFiles(
        applicationId,
        resume[0]?.id ?? null,
        // The secrets of uploads are used up; what stays in the answer is which files came.
        isNew && fileQuestions
          ? withOwnWords(
              answers.map((answer) =>
                answer.kind === 'file'
                  ? { ...answer, value: answer.value === null ? null : others.map((file) => file.id) }
                  : answer,
              ),
              input,
            )
          : null,
      ),
    )
  return [...resume, ...others]
}
