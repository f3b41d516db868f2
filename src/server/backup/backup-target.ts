import { access, constants, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Throws with what to do where a backup can't be written to this file: said before anything is started for it. */
export const checkBackupTarget = async (file: string): Promise<void> => {
  const folder = dirname(resolve(file))
  const there = await stat(folder).catch(() => undefined)
  if (!there) throw new Error(`There is no folder ${folder}. Make it first, or name another for the backup.`)
  if (!there.isDirectory()) throw new Error(`${folder} is a file, not a folder. Name another for the backup.`)
  if ((await stat(file).catch(() => undefined))?.isDirectory())
    throw new Error(`${file} is a folder. Name the file to write, such as ${join(file, 'throughline.tar')}.`)
  await access(folder, constants.W_OK).catch(() => {
    throw new Error(`You may not write into ${folder}. Change its rights, or name another for the backup.`)
  })
}
