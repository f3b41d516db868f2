// npm run dev: the server restarts and the app reloads when a file changes. The app is at the address Vite prints.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installLibraries, productNode, root, run } from './prepare.mjs'

installLibraries()
const node = productNode()
// The app's own files are Vite's to reload.
const watched = readdirSync(join(root, 'src')).filter((folder) => folder !== 'web' && folder !== 'design')
await Promise.race([
  run(node, [
    ...watched.map((folder) => `--watch-path=src/${folder}`),
    '--watch-preserve-output',
    '--disable-warning=ExperimentalWarning',
    'src/server/main.ts',
    'start',
  ]),
  run(node, [join(root, 'node_modules/vite/bin/vite.js')]),
])
