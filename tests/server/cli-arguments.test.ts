import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/cli.ts', ...args], {
    encoding: 'utf8',
  })
  return { status, told: stdout + stderr }
}
const absent = join(tmpdir(), 'throughline-absent', 'x.csv')

it.each([
  ['read-resume', 0],
  ['read-mail', 0],
  ['find-duplicates', 1],
])('%s says what to do about a file that is not there', (act, status) => {
  const run = cli(act, absent)
  expect(run.told).toContain('There is no such file. Check the name and the folder.')
  expect(run.told).toContain(absent)
  expect(run.told).not.toContain('ENOENT')
  expect(run.status).toBe(status)
})

it.each([
  ['read-resume', 'Give one or more files.'],
  ['find-duplicates', 'Give a CSV file'],
  ['dance', 'There is no act “dance”.'],
])('%s alone says what is missing', (act, says) => {
  const run = cli(act)
  expect(run.told).toContain(says)
  expect(run.status).toBe(1)
})
