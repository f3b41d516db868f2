import { defineReaction, type Reaction } from '../../kernel/reaction.ts'
import type { threadUnlinked } from '../model/facts.ts'
import type { MessagingPorts } from '../ports.ts'

/** Files that came with mails leave the person whose mails they were not. Done twice, there are none left. */
export const whenThreadUnlinkedGiveFilesBack = (ports: Pick<MessagingPorts, 'attachments'>): Reaction =>
  defineReaction({
    name: 'when-thread-unlinked-give-files-back',
    on: ['thread.unlinked'],
    handle: async (fact) => {
      const { files } = fact.particulars as Parameters<typeof threadUnlinked>[1]
      await ports.attachments.giveBack(files)
    },
  })
