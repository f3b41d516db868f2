import { defineReaction } from '../kernel/reaction.ts'
import { noteMailsReceived, noteMailsSent } from './applications/note-mail.ts'

/** A mail that left about an application is our last word to that person. */
export const whenMailSentNoteLastWord = defineReaction({
  name: 'when-mail-sent-note-last-word',
  on: ['mail.sent'],
  handleMany: async (facts, running) => {
    const sent = facts.flatMap(({ about, at }) =>
      about.applicationId ? [{ applicationId: about.applicationId, at }] : [],
    )
    if (sent.length > 0) await running.run(noteMailsSent, { sent })
  },
})

/** An answer of theirs makes it our turn. */
export const whenMailReceivedTakeTurn = defineReaction({
  name: 'when-mail-received-take-turn',
  on: ['mail.received'],
  handleMany: async (facts, running) => {
    // An absence note answers nothing.
    const answers = facts.filter(({ particulars: { kind } }) => kind === 'reply' || kind === 'other')
    const applicationIds = answers.flatMap(({ about }) => about.applicationId ?? [])
    if (applicationIds.length > 0) await running.run(noteMailsReceived, { applicationIds })
  },
})
