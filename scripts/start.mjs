// npm start: installs, builds, migrates and serves. Other entries: start.mjs web | worker | cli …
import { buildApp, installLibraries, productNode, run } from './prepare.mjs'

installLibraries()
const node = productNode()
const [what = 'start', ...rest] = process.argv.slice(2)
if (what === 'start' || what === 'web') buildApp(node)
const file = what === 'cli' ? 'src/server/cli.ts' : 'src/server/main.ts'
process.exitCode = await run(node, [
  '--disable-warning=ExperimentalWarning',
  file,
  ...(what === 'cli' ? rest : [what]),
])
