import { z } from 'zod'
import { contactOf } from '../../candidates/door.ts'
import { defineCommand } from '../../kernel/command.ts'
import { userIdOf } from '../../kernel/model/actor.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { queueMail } from '../../messaging/door.ts'
import { setTurn } from '../applications/application.sql.ts'
import { timesOffered } from '../model/facts.ts'
import { interviewId } from '../model/ids.ts'
import { arrangeInterviews } from '../model/permissions.ts'
import { makeLinks } from '../own-page/link-token.ts'
import { aboutInterview, calledOff, noSuchInterview } from './about-interview.ts'
import { lockInterviews, markOffered } from './interview.sql.ts'

/** Lets candidates choose the time of their interviews themselves, from when everybody who holds it is free. */
export const offerTimes = defineCommand({
  name: 'ats.offerTimes',
  says: 'Asks candidates to choose the time of their interview on their own page.',
  permission: arrangeInterviews,
  input: z.object({ interviewIds: z.array(interviewId).min(1).max(200) }),
  handle: async (tx, input) => {
    const by = userIdOf(tx.actor)
    if (!by) return refuse('not-allowed', 'A person asks for it.')
    const ids = [...new Set(input.interviewIds)]
    const interviews = await tx.rows(lockInterviews(tx.actor, ids))
    if (interviews.length < ids.length) return noSuchInterview
    if (interviews.some(({ cancelledAt }) => cancelledAt)) return calledOff
    if (interviews.some(({ applicationState }) => applicationState !== 'active'))
      return refuse('not-active', 'Only people in process are interviewed.')
    if (interviews.some(({ startsAt }) => startsAt))
      return refuse('has-a-time', 'It has a time already. Move it, or call it off and plan it anew.')
    const people = await contactOf(
      tx,
      interviews.map(({ candidateId }) => candidateId),
    )
    const unreached = interviews.find(({ candidateId }) => !people.get(candidateId)?.mail)
    if (unreached)
      return refuse(
        'no-address',
        `There is no mail address of ${people.get(unreached.candidateId)?.name ?? 'one of them'}. Book a time and tell them.`,
      )
    await tx.change(markOffered(ids, by, tx.now))
    await tx.change(
      setTurn(
        interviews.map(({ applicationId }) => applicationId),
        'them',
        'choose a time for your interview',
        tx.now,
      ),
    )
    const links = await makeLinks(tx, interviews)
    await queueMail(
      tx,
      interviews.map((one, at) => ({
        candidateId: one.candidateId,
        applicationId: one.applicationId,
        jobId: one.jobId,
        purpose: 'process' as const,
        template: {
          key: 'interview-choose-time',
          fields: { 'job.title': one.jobTitle, 'application.link': links[at]! },
        },
        dedupeKey: `times:${one.id}:${tx.now}`,
      })),
    )
    tx.record(...interviews.map((one) => timesOffered(aboutInterview(one), {})))
    return ok({ offered: ids.length })
  },
})
