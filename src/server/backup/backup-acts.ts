import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installationKey } from '../installation-key.ts'
import { createLog } from '../log.ts'
import { plugIn } from '../plugs.ts'
import { type PreparedDatabase, prepareDatabase } from '../prepare-database.ts'
import { buildRooms } from '../rooms.ts'
import type { Settings } from '../settings.ts'
import { backup } from './backup.ts'
import { checkBackupTarget } from './backup-target.ts'
import { restore } from './restore.ts'

const keyName = 'secret.key'

/** `cli backup FILE`: the whole installation into one file, beside a running product too. Answers what to tell. */
export const backupInstallation = async (settings: Settings, file: string): Promise<string> => {
  await checkBackupTarget(file)
  return withInstallation(settings, async ({ prepared, plugs }) => {
    const key = await installationKey(settings.SECRET_KEY, settings.dataDir)
    const made = await backup(prepared.owner, plugs.ports.files, file, {
      [keyName]: Buffer.from(`${Buffer.from(key).toString('base64')}\n`),
    })
    return [
      `${file} holds ${made.rows} rows and ${made.files} files. Keep it safe: everything is in it, the installation’s key too.`,
      ...told(made.missingFiles),
    ].join('\n')
  })
}

/** `cli restore FILE`: a backup into an empty installation of the same version. Throws RestoreRefused with a sentence. */
export const restoreInstallation = (settings: Settings, file: string): Promise<string> =>
  withInstallation(settings, async ({ prepared, plugs }) => {
    const restored = await restore(file, prepared.owner, plugs.ports.files)
    const key = restored.kept[keyName]
    if (key && settings.SECRET_KEY === undefined)
      await writeFile(join(settings.dataDir, keyName), key, { mode: 0o600 })
    return [
      `Restored ${restored.rows} rows and ${restored.files} files as of ${restored.madeAt}.`,
      ...(settings.SECRET_KEY ? ['SECRET_KEY must be the one of the installation that was backed up.'] : []),
      ...told(restored.missingFiles),
    ].join('\n')
  })

const told = (missing: readonly string[]): string[] =>
  missing.length === 0 ? [] : [`${missing.length} files were not in the file store when the backup was made.`]

const withInstallation = async (
  settings: Settings,
  work: (parts: {
    readonly prepared: PreparedDatabase
    readonly plugs: Awaited<ReturnType<typeof plugIn>>
  }) => Promise<string>,
): Promise<string> => {
  const plugs = await plugIn(settings, createLog(settings.LOG_LEVEL))
  try {
    const prepared = await prepareDatabase(settings, buildRooms(plugs.ports), console.error)
    try {
      return await work({ prepared, plugs })
    } finally {
      await prepared.embedded?.stop()
    }
  } finally {
    await plugs.close()
  }
}
