import {
  grantSight,
  identifyCandidate,
  recordConsent,
  setRelationship,
  touchCandidates,
} from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import type { ApplicationId } from '../../kernel/model/id.ts'
import { anyone } from '../../kernel/model/permission.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import { queueMail } from '../../messaging/door.ts'
import { clockOf } from '../jobs/clock.ts'
import { refreshConfidential } from '../jobs/job.sql.ts'
import { loadStages } from '../jobs/stage.sql.ts'
import { leadOf, loadTeams } from '../jobs/team.sql.ts'
import { applicationReceived, applicationSupplemented } from '../model/facts.ts'
import { readAnswers } from '../model/form.ts'
import { dayIn, momentSays, promiseAfter } from '../model/promise.ts'
import { makeLinks } from '../own-page/link-token.ts'
import { loadPublicPosting, type PublicPosting } from '../postings/posting.sql.ts'
import { activeOfCandidate, insertApplications } from './application.sql.ts'
import { withinLimits } from './limits.ts'
import { notifyLeads } from './notify-leads.ts'
import { applied, fixedProblems, limitsOf, withOwnWords } from './sent-form.ts'
import { takeFiles } from './take-files.ts'

/** The months that a yes to other jobs lasts. */
export const keepInMindMonths = 12

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
                'application.date': momentSays(promisedFor, clock, input.language),
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
