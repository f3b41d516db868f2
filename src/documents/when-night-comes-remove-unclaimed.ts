import { defineSchedule, type Schedule } from '../kernel/reaction.ts'
import type { FileStore } from './file-store.ts'
import { removeUnclaimedFiles } from './remove-unclaimed-files.ts'

/** Each night the bytes of forgotten uploads go too. A crash between leaves unnamed bytes, never a named file without them. */
export const whenNightComesRemoveUnclaimed = ({ files }: { readonly files: FileStore }): Schedule =>
  defineSchedule({
    name: 'remove-unclaimed-files',
    cron: '17 3 * * *',
    handle: async (running) => {
      const removed = await running.run(removeUnclaimedFiles, {})
      if (removed.ok) for (const key of removed.value) await files.remove(key)
    },
  })
