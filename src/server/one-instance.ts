import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The address of the product that already serves this data folder, if one lives. */
export const alreadyRunning = (dataDir: string): { pid: number; url: string } | undefined => {
  try {
    const running = JSON.parse(readFileSync(markOf(dataDir), 'utf8')) as { pid: number; url: string }
    process.kill(running.pid, 0)
    return running.pid === process.pid ? undefined : running
  } catch {
    return undefined
  }
}

/** Marks the data folder as served by this process until the returned function is called. */
export const markRunning = (dataDir: string, url: string): (() => void) => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(markOf(dataDir), JSON.stringify({ pid: process.pid, url }))
  return () => rmSync(markOf(dataDir), { force: true })
}

const markOf = (dataDir: string) => join(dataDir, 'running.json')
