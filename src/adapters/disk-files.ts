import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { FileStore } from '../documents/file-store.ts'

/** Originals in a folder. Written beside and renamed, so that a kill leaves a whole file or none. */
export const diskFiles = (folder: string): FileStore => {
  const root = resolve(folder)
  const at = (key: string) => {
    const path = join(root, key)
    if (!path.startsWith(root + sep)) throw new Error('A key outside the file store')
    return path
  }
  return {
    put: async (key, bytes) => {
      const path = at(key)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(`${path}.part`, bytes, { flush: true })
      await rename(`${path}.part`, path)
    },
    get: async (key) => {
      try {
        return await readFile(at(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (key) => rm(at(key), { force: true }),
  }
}
