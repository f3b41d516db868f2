import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'throughline-linked-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

// A checkout beside another one often shares its packages; the reader's fence must know both names of them.
test('résumés are read where node_modules is a link to a folder elsewhere', () => {
  cpSync(join(root, 'src'), join(place, 'src'), { recursive: true })
  cpSync(join(root, 'package.json'), join(place, 'package.json'))
  symlinkSync(realpathSync(join(root, 'node_modules')), join(place, 'node_modules'))
  const program = `
    import { createTextExtraction } from './src/adapters/text-extraction.ts'
    const extraction = createTextExtraction()
    console.log(JSON.stringify(await extraction.read(Buffer.from('<p>Maya Okonkwo</p>'), 'cv.html')))
    await extraction.close()`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: place,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(JSON.parse(said)).toMatchObject({ ok: true, text: 'Maya Okonkwo' })
})
