import { addFiles } from '../documents/add-files.ts'
import { removeFiles } from '../documents/remove-files.ts'
import { system } from '../kernel/model/actor.ts'
import type { AttachmentKeeping } from '../messaging/ports.ts'
import { storeUploads, type UploadParts } from './uploads.ts'

const by = system('mail-attachments')

/**
 * Files that came by mail, given to their person. All are stored before any is given, and who has the very file
 * keeps it: a delivery that is cut off anywhere and comes again gives none twice.
 */
export const mailAttachments = (parts: () => UploadParts): AttachmentKeeping => ({
  keep: async (candidateId, files) => {
    const tokens: (string | undefined)[] = []
    for (const file of files) {
      const stored = await storeUploads(parts(), by, [{ ...file, kind: 'mail-attachment' }])
      // Thrown, so that the delivery comes again: a scanner that is away for a while costs no attachment.
      if (!stored.ok && stored.refusal.code === 'not-scanned') throw new Error(stored.refusal.says)
      tokens.push(stored.ok ? stored.value[0]!.token : undefined)
    }
    const uploads = tokens.filter((token) => token !== undefined)
    if (uploads.length === 0) return files.map(() => null)
    const given = await parts().kernel.run(addFiles, { candidateIds: [candidateId], uploads }, { actor: by })
    if (!given.ok) return files.map(() => null)
    const idOf = new Map([...given.value.files, ...given.value.had].map(({ upload, id }) => [upload, id]))
    return tokens.map((token) => (token && idOf.get(token)) ?? null)
  },
  giveBack: async (fileIds) => {
    if (fileIds.length > 0) await parts().kernel.run(removeFiles, { fileIds: [...fileIds] }, { actor: by })
  },
})
