import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const rooms =
  'accounts|ats|candidates|careers|documents|exchange|journeys|kernel|messaging|server|structure|views'

it('every test and every source that the table of requirements names is there', () => {
  const table = readFileSync('docs/requirements.md', 'utf8')
  const tests = [...table.matchAll(new RegExp(`(?<=[|,;] )(?:${rooms})/[\\w-]+`, 'g'))].map(
    ([name]) => `tests/${name}.test.ts`,
  )
  const sources = [...table.matchAll(/`([\w-]+\/[\w/.-]+)`/g)].map(([, path]) => `src/${path}`)
  expect(tests.length).toBeGreaterThan(60)
  expect(sources.length).toBeGreaterThan(30)
  expect([...tests, ...sources].filter((path) => !existsSync(path))).toEqual([])
})

it('every test that the table of features names is there', () => {
  const table = readFileSync('docs/features.md', 'utf8')
  const named = [...table.matchAll(/`([\w-]+(?:\/[\w-]+)*)`/g)].map(([, name]) => name!)
  const tests = named.filter((name) => !['P', 'docs/measurements'].includes(name))
  expect(tests.length).toBeGreaterThan(100)
  expect(
    tests.filter((name) => !existsSync(`tests/${name.includes('/') ? name : `journeys/${name}`}.test.ts`)),
  ).toEqual([])
})
