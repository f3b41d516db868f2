// npm run check: types, lint, format, import walls, dead code, generated documents. --write mends what can be mended.
import { join } from 'node:path'
import { installLibraries, productNode, root, run } from './prepare.mjs'

installLibraries()
const node = productNode()
const write = process.argv.includes('--write')
const bin = (...path) => join(root, 'node_modules', ...path)
const steps = [
  ['types', [bin('typescript7', 'bin', 'tsc'), '-p', '.']],
  [
    'lint and format',
    [
      bin('@biomejs', 'biome', 'bin', 'biome'),
      'check',
      '--error-on-warnings',
      ...(write ? ['--write'] : []),
      '.',
    ],
  ],
  [
    'import walls',
    [
      bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      'src',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  ],
  ['dead code', [bin('knip', 'bin', 'knip.js'), '--no-progress']],
  ['generated documents', [join(root, 'scripts/generate-docs.ts'), ...(write ? [] : ['--check'])]],
]
let failed = 0
for (const [name, args] of steps) {
  const code = await run(node, args)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (code !== 0) failed++
}
process.exitCode = failed > 0 ? 1 : 0
