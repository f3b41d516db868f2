import { defineReaction } from '../kernel/reaction.ts'
import { noteMailReceived, noteMailSent } from './applications/note-mail.ts'

/** A mail that left about an application is our last word to that person. */
export const whenMailSentNoteLastWord = defineReaction({
  name: 'when-mail-sent-note-last-word',
  on: ['mail.sent'],
  handle: async (fact, running) => {
    const { applicationId } = fact.about
    if (applicationId) await running.run(noteMailSent, { applicationId, at: fact.at })
  },
})

/** An answer of theirs makes it our turn. */
export const whenMailReceivedTakeTurn = defineReaction({
  name: 'when-mail-received-take-turn',
  on: ['mail.received'],
  handle: async (fact, running) => {
    const { applicationId } = fact.about
    const { kind } = fact.particulars
    // An absence note answers nothing.
    if (applicationId && (kind === 'reply' || kind === 'other'))
      await running.run(noteMailReceived, { applicationId })
  },
})
