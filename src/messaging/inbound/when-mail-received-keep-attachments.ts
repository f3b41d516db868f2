import { defineReaction, type Reaction } from '../../kernel/reaction.ts'
import type { MessagingPorts } from '../ports.ts'
import { noteKeptAttachments, unkeptAttachments } from './keep-attachments.ts'

/** Files that came with a mail go to its person as soon as it has one. Done twice, nothing is left to do. */
export const whenMailReceivedKeepAttachments = (
  ports: Pick<MessagingPorts, 'mailReading' | 'files' | 'attachments'>,
): Reaction =>
  defineReaction({
    name: 'when-mail-received-keep-attachments',
    on: ['mail.received', 'thread.linked'],
    handle: async (fact, running) => {
      const subjectId = fact.about.subjectId
      if (!fact.about.candidateId || !subjectId) return
      const unkept = await running.ask(unkeptAttachments, { subjectId })
      if (!unkept.ok) return
      for (const mail of unkept.value) {
        const raw = await ports.files.get(mail.rawKey)
        const files = raw ? (await ports.mailReading.read(raw)).files : []
        const fileIds = await ports.attachments.keep(mail.candidateId, files)
        const noted = await running.run(noteKeptAttachments, {
          messageId: mail.id,
          candidateId: mail.candidateId,
          // Attachments were numbered in the order in which the mail holds them.
          files: mail.attachmentIds.map((id, at) => ({ id, fileId: fileIds[at] ?? null })),
        })
        if (noted.ok && noted.value.astray.length > 0) await ports.attachments.giveBack(noted.value.astray)
      }
    },
  })
