import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { edges, rows, rules } from './walls.ts'

const cruised = async (baseDir: string): Promise<string[]> => {
  const { output } = await cruise(['src'], {
    baseDir,
    ruleSet: { forbidden: rules as never },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx'] },
  } as never)
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name)
}

const breaking = async (files: Record<string, string>): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-walls-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return await cruised(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const uses = (path: string) => `import { x } from '${path}'\nexport const y = x\n`
const given = 'export const x = 1\n'

describe('the import walls bite:', () => {
  const examples: [rule: string, files: Record<string, string>][] = [
    ['order', { 'src/candidates/a.ts': uses('../ats/door.ts'), 'src/ats/door.ts': given }],
    ['order', { 'src/crm/a.ts': uses('../ats/model/x.ts'), 'src/ats/model/x.ts': given }],
    ['order', { 'src/kernel/a.ts': uses('../accounts/door.ts'), 'src/accounts/door.ts': given }],
    ['by-the-door', { 'src/ats/a.ts': uses('../candidates/people.ts'), 'src/candidates/people.ts': given }],
    [
      'model-is-pure',
      { 'src/ats/model/a.ts': "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n" },
    ],
    ['model-is-pure', { 'src/ats/model/a.ts': uses('../load.ts'), 'src/ats/load.ts': given }],
    ['sql-in-sql-files', { 'src/ats/a.ts': uses('../kernel/sql.ts'), 'src/kernel/sql.ts': given }],
    [
      'reactions-run-commands',
      { 'src/ats/when-a-do-b.ts': uses('./job.sql.ts'), 'src/ats/job.sql.ts': given },
    ],
    [
      'effects-in-reactions',
      { 'src/messaging/send.ts': uses('./mailer.ts'), 'src/messaging/mailer.ts': given },
    ],
    ['only-server-wires', { 'src/ats/a.ts': uses('../adapters/smtp.ts'), 'src/adapters/smtp.ts': given }],
    ['clients-see-model-only', { 'src/web/a.ts': uses('../ats/door.ts'), 'src/ats/door.ts': given }],
    ['design-stands-alone', { 'src/design/a.ts': uses('../ats/model/x.ts'), 'src/ats/model/x.ts': given }],
    [
      'no-circles',
      { 'src/ats/a.ts': uses('./b.ts'), 'src/ats/b.ts': "import { y } from './a.ts'\nexport const x = y\n" },
    ],
  ]
  it.each(examples)('%s', async (rule, files) => {
    expect(await breaking(files)).toContain(rule)
  })

  it('what is allowed passes', async () => {
    expect(
      await breaking({
        'src/ats/a.ts': uses('../candidates/door.ts'),
        'src/candidates/door.ts': given,
        'src/ats/job.sql.ts': uses('../kernel/sql.ts'),
        'src/kernel/sql.ts': given,
        'src/web/a.ts': uses('../ats/model/x.ts'),
        'src/ats/model/x.ts': given,
      }),
    ).toEqual([])
  })
})

it('the product keeps every wall', async () => {
  expect(await cruised(process.cwd())).toEqual([])
})

it('every folder of src is a room or an edge that the rules know', () => {
  const known = new Set<string>([...rows.flat(), ...edges])
  const unknown = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !known.has(entry.name))
    .map((entry) => entry.name)
  expect(unknown).toEqual([])
  expect(existsSync('src/kernel')).toBe(true)
})
