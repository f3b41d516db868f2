import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { answerArrived, wordGiven } from '../model/facts.ts'
import { applicationId } from '../model/ids.ts'
import { noteAnswers, noteTold, noteWords } from './mail.sql.ts'

/** Mails about applications left: those are our last words, and what tells decisions. An older mail moves nothing back. */
export const noteMailsSent = defineCommand({
  name: 'ats.noteMailsSent',
  says: 'Notes when candidates last heard from us about their applications.',
  permission: systemOnly,
  input: z.object({
    sent: z.array(z.object({ applicationId, at: z.iso.datetime() })).max(2000),
  }),
  handle: async (tx, { sent }) => {
    const noted = await tx.rows(noteWords(sent))
    tx.record(...noted.map((about) => wordGiven(about, {})))
    const told = await tx.rows(noteTold(sent))
    // A word older than the last one can still be what tells a decision: that is a change of its own.
    const silent = told.filter((one) => !noted.some((about) => about.applicationId === one.applicationId))
    tx.record(...silent.map((about) => wordGiven(about, {})))
    return ok({ noted: noted.length })
  },
})

/** People answered: it is our turn. */
export const noteMailsReceived = defineCommand({
  name: 'ats.noteMailsReceived',
  says: 'Notes that candidates answered and that it is our turn.',
  permission: systemOnly,
  input: z.object({ applicationIds: z.array(applicationId).max(2000) }),
  handle: async (tx, { applicationIds }) => {
    const noted = await tx.rows(noteAnswers(applicationIds, tx.now))
    tx.record(...noted.map((about) => answerArrived(about, {})))
    return ok({ noted: noted.length })
  },
})
