// npm run bench -- --candidates N [--database URL] [--json FILE]: makes people, measures, prints a table.
import { join } from 'node:path'
import { buildApp, installLibraries, productNode, root, run } from './prepare.mjs'

installLibraries()
const node = productNode()
buildApp(node)
process.exitCode = await run(node, [
  '--disable-warning=ExperimentalWarning',
  join(root, 'scripts/bench/main.ts'),
  ...process.argv.slice(2),
])
