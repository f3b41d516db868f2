import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { systemOnly } from '../../kernel/model/permission.ts'
import { ok } from '../../kernel/model/result.ts'
import { instant } from '../../kernel/model/time.ts'
import { answerArrived, wordGiven } from '../model/facts.ts'
import { applicationId } from '../model/ids.ts'
import { loadAbout, noteAnswer, noteWord } from './mail.sql.ts'

/** A mail about an application left: that is our last word. An older mail never moves it back. */
export const noteMailSent = defineCommand({
  name: 'ats.noteMailSent',
  says: 'Notes when a candidate last heard from us about an application.',
  permission: systemOnly,
  input: z.object({ applicationId, at: z.iso.datetime() }),
  handle: async (tx, input) => {
    const about = await tx.row(loadAbout(input.applicationId))
    if (!about) return ok({ noted: false })
    const noted = (await tx.change(noteWord(input.applicationId, instant(input.at)))) > 0
    if (noted) tx.record(wordGiven(about, {}))
    return ok({ noted })
  },
})

/** The person answered: it is our turn. */
export const noteMailReceived = defineCommand({
  name: 'ats.noteMailReceived',
  says: 'Notes that a candidate answered and that it is our turn.',
  permission: systemOnly,
  input: z.object({ applicationId }),
  handle: async (tx, input) => {
    const about = await tx.row(loadAbout(input.applicationId))
    if (!about) return ok({ noted: false })
    const noted = (await tx.change(noteAnswer(input.applicationId, tx.now))) > 0
    if (noted) tx.record(answerArrived(about, {}))
    return ok({ noted })
  },
})
