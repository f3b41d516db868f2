// Runs on the machine's own Node (20 or newer), before anything is installed: only Node's own modules here.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

/** Installs the libraries when package-lock.json differs from what was installed last. */
export function installLibraries() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node 20 or newer is needed; this is ${process.version}.`)
  const lock = hash([readFileSync(at('package-lock.json'))])
  const mark = at('node_modules', '.throughline-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.log('Installing libraries (about a minute the first time)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const install = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (install.status !== 0)
    stop(
      'The libraries could not be installed. The lines above say why; run the command again when that is mended.',
    )
  writeFileSync(mark, lock)
}

/** The Node that runs the product: the one from npm, else the machine's own if it is new enough. */
export function productNode() {
  const installed = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(installed)) return installed
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  return stop(
    'Node 22.18 or newer is needed and could not be installed from npm (are install scripts switched off?). Install it and run the command again.',
  )
}

/** Builds the team's app when its sources changed since the last build. */
export function buildApp(node) {
  const sources = hash(['src', 'vite.config.ts', 'package-lock.json'].flatMap((path) => contents(at(path))))
  const mark = at('dist', 'web', '.built-from')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) return
  console.log('Building the app…')
  const built = spawnSync(
    node,
    [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit' },
  )
  if (built.status !== 0) stop('The app could not be built; the lines above say why.')
  mkdirSync(at('dist', 'web'), { recursive: true })
  writeFileSync(mark, sources)
}

/** Runs a TypeScript file on the product's Node, in the foreground, with signals passed on. */
export function run(node, args, options = {}) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', ...options })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0))))
}

export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

const contents = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
        .flatMap((file) => [file.slice(root.length), readFileSync(file)])
    : [readFileSync(path)]

const hash = (parts) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex')
