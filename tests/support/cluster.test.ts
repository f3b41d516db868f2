import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const run = `
  const { default: setup } = await import(${JSON.stringify(fileURLToPath(new URL('./cluster.ts', import.meta.url)))})
  await setup({ provide: () => undefined })
  console.log('ready')
  setInterval(() => undefined, 1000)`

describe('the cluster of a run of the tests', () => {
  let temporary: string
  const runs: ChildProcess[] = []
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'throughline-runs-'))
    chmodSync(temporary, 0o755)
  })
  afterEach(async () => {
    for (const each of runs.splice(0)) await end(each, 'SIGTERM')
    rmSync(temporary, { recursive: true, force: true })
  })

  const startRun = async () => {
    const before = folders()
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', run],
      {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    runs.push(child)
    let said = ''
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (said += String(chunk)))
    await expect.poll(() => said).toContain('ready')
    const folder = folders().find((one) => !before.includes(one))!
    const server = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    return { child, folder, server }
  }
  const end = async (child: ChildProcess, by: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(by)
    await once(child, 'exit')
  }
  const folders = () =>
    readdirSync(temporary)
      .filter((name) => name.startsWith('throughline-test-'))
      .map((name) => join(temporary, name))

  for (const by of ['SIGINT', 'SIGTERM'] as const)
    test(`goes with a run that is ended by ${by}`, async () => {
      const { child, server } = await startRun()
      expect(runsNow(server)).toBe(true)
      await end(child, by)
      expect(readdirSync(temporary)).toEqual([])
      await expect.poll(() => runsNow(server)).toBe(false)
    })

  test('of a run that was killed goes at the next start; that of a run that goes on stays', async () => {
    const going = await startRun()
    const killed = await startRun()
    await end(killed.child, 'SIGKILL')
    expect(existsSync(killed.folder)).toBe(true)
    expect(runsNow(killed.server)).toBe(true)
    const next = await startRun()
    await expect.poll(() => folders().sort()).toEqual([going.folder, next.folder].sort())
    await expect.poll(() => runsNow(killed.server)).toBe(false)
    expect(runsNow(going.server)).toBe(true)
  })
})

/** A process that ended and that nobody has asked about yet still has its number: it does not count. */
const runsNow = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const status = `/proc/${pid}/status`
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}
