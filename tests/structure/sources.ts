import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every source file of src/, by its path from the root, with its text. */
export const sources = (): { path: string; text: string }[] =>
  readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
