import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { hire } from '../model/decide.ts'
import { openingFilled } from '../model/facts.ts'
import { applicationId } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import { fillOpening } from '../openings/opening.sql.ts'
import { roadsOf } from './advance-applications.ts'
import { lockApplications } from './application.sql.ts'
import { answerOf, followRelationship, settle } from './decide-on-many.ts'

/** Ends an application with the hire, and fills a seat of the job where one is free. */
export const hireApplication = defineCommand({
  name: 'ats.hireApplication',
  says: 'Records that a person is hired; an approved seat of the job is filled by it.',
  permission: decide,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const applications = await tx.rows(lockApplications(tx.actor, [input.applicationId]))
    const [one] = applications
    if (!one) return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const to = (await roadsOf(tx, applications))(one).stages.find((stage) => stage.kind === 'hired')
    if (!to) return refuse('no-stage', 'This job has no last stage for the hire.')
    if (one.state !== 'active') return refuse('not-active', 'This application has ended already.')
    const seat = (await tx.row(fillOpening(one.jobId, one.id)))?.id ?? null
    const decided = await settle(tx, [one.id], applications, {
      kind: 'hired',
      openingOf: () => seat,
      decide: (application, it) => hire(application, to, { ...it, openingId: seat }),
    })
    if (!decided.ok) return decided
    if (seat)
      tx.record(
        openingFilled(
          { jobId: one.jobId, applicationId: one.id, candidateId: one.candidateId, subjectId: seat },
          {},
        ),
      )
    await followRelationship(tx, [one.candidateId])
    return ok({ ...answerOf(decided.value), openingId: seat })
  },
})
