import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, refuse } from '../../kernel/model/result.ts'
import { instant } from '../../kernel/model/time.ts'
import { turnPassed } from '../model/facts.ts'
import { applicationIds } from '../model/ids.ts'
import { moveApplications } from '../model/permissions.ts'
import { lockApplications, savePromise, setTurn } from './application.sql.ts'

/** Says that it is the candidates' turn, for what and by when; their page says the same. An answer of theirs turns it back. */
export const awaitAnswer = defineCommand({
  name: 'ats.awaitAnswer',
  says: 'Says that the candidates have to do something, what it is and by when.',
  permission: moveApplications,
  input: z.object({
    applicationIds,
    what: z.string().trim().min(1).max(200),
    by: z.iso.datetime({ offset: true }).optional(),
  }),
  handle: async (tx, input) => {
    const ids = [...new Set(input.applicationIds)]
    const applications = await tx.rows(lockApplications(tx.actor, ids))
    if (applications.length < ids.length)
      return refuse('not-found', 'There is no such application, or it is not yours to see.')
    const running = applications.filter((one) => one.state === 'active')
    if (running.length === 0) return refuse('not-active', 'These applications have ended already.')
    await tx.change(
      setTurn(
        running.map((one) => one.id),
        'them',
        input.what,
        tx.now,
      ),
    )
    if (input.by)
      await tx.change(
        savePromise(
          running.map((one) => one.id),
          instant(input.by),
          tx.now,
        ),
      )
    tx.record(
      ...running.map((one) =>
        turnPassed(
          { candidateId: one.candidateId, applicationId: one.id, jobId: one.jobId },
          { by: input.by ?? null },
        ),
      ),
    )
    return ok({ waiting: running.length })
  },
})
