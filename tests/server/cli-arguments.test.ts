import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// Vite's own, which the product would take for its address.
const { BASE_URL: _, ...env } = process.env
const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/server/cli.ts', ...args], {
    encoding: 'utf8',
    env,
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

it.each([
  [absent, 'There is no folder', 'Make it first, or name another for the backup.'],
  [tmpdir(), 'is a folder.', 'Name the file to write, such as'],
  [join(process.execPath, 'x.tar'), 'is a file, not a folder.', 'Name another for the backup.'],
])('backup to %s is refused with what to do, before anything is started', (file, happened, todo) => {
  const run = cli('backup', file)
  expect(run.told).toContain(happened)
  expect(run.told).toContain(todo)
  expect(run.told).not.toMatch(/no such file|ENOENT/i)
  expect(run.status).toBe(1)
})
