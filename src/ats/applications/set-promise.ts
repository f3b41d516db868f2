import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant } from '../../kernel/model/time.ts'
import { promiseSet } from '../model/facts.ts'
import { applicationIds } from '../model/ids.ts'
import { moveApplications } from '../model/permissions.ts'
import { lockApplications, savePromise } from './application.sql.ts'

/** Promises people another day on which they hear from us; their own page shows it at once. */
export const setPromise = defineCommand({
  name: 'ats.setPromise',
  says: 'Promises candidates another day on which they hear from us.',
  permission: moveApplications,
  input: z.object({ applicationIds, promisedFor: z.iso.datetime({ offset: true }) }),
  handle: async (tx, input) => {
    const promisedFor = instant(input.promisedFor)
    if (promisedFor <= tx.now)
      return refuse('promise-in-past', 'Promise a moment that is still to come.', { field: 'promisedFor' })
    const ids = [...new Set(input.applicationIds)]
    const applications = await tx.rows(lockApplications(tx.actor, ids))
    if (applications.length < ids.length)
      return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const running = applications.filter((one) => one.state === 'active')
    if (running.length === 0) return refuse('not-active', 'These applications have ended already.')
    await tx.change(
      savePromise(
        running.map((one) => one.id),
        promisedFor,
        tx.now,
      ),
    )
    tx.record(
      ...running.map((one) =>
        promiseSet(
          { candidateId: one.candidateId, applicationId: one.id, jobId: one.jobId },
          { promisedFor, before: one.promisedFor },
        ),
      ),
    )
    return ok({ promised: running.length, promisedFor })
  },
})
