// npm run dev: the server restarts and the app reloads when a file changes. The app is at the address Vite prints.
import { join } from 'node:path'
import { installLibraries, productNode, root, run } from './prepare.mjs'

installLibraries()
const node = productNode()
await Promise.race([
  run(node, [
    '--watch-path=src',
    '--watch-preserve-output',
    '--disable-warning=ExperimentalWarning',
    'src/server/main.ts',
    'start',
  ]),
  run(node, [join(root, 'node_modules/vite/bin/vite.js')]),
])
