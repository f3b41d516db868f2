// npm test: installs what is missing, then runs every test. Arguments are passed to the test runner.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findChromium } from './chromium.mjs'
import { installServers } from './from-packages.mjs'
import { buildApp, installLibraries, productNode, root, run } from './prepare.mjs'

installLibraries()
const node = productNode()
buildApp(node)
const chromium = findChromium()
installServers()
const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'))
const report = join(folder, 'report.json')
const code = await run(
  node,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  {
    env: {
      ...process.env,
      CHROMIUM_PATH: chromium,
      PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    },
  },
)
let counts = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numFailedTestSuites: 0,
  testResults: [],
}
try {
  counts = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  console.error('The test runner ended without a report.')
}
rmSync(folder, { recursive: true, force: true })
const failed = counts.numFailedTests || (code === 0 ? 0 : Math.max(1, counts.numFailedTestSuites))
const failures = counts.testResults.flatMap((file) => failuresOf(file)).join('\n')
// Beside the report too: .ci/run says them again at its very end, where a log that was cut still shows them.
if (process.env.FAILURES_FILE) appendFileSync(process.env.FAILURES_FILE, failures && `${failures}\n`)
else if (failures) console.log(failures)
const skipped = counts.numPendingTests ? `, ${counts.numPendingTests} skipped` : ''
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped}`)
process.exitCode = failed > 0 || counts.numPassedTests === 0 ? 1 : 0

function failuresOf(file) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed')
  const name = relative(root, file.name)
  if (failed.length === 0)
    return file.status === 'failed' ? [`FAILED ${name}: ${firstLines(file.message)}`] : []
  return failed.map((test) => `FAILED ${name} > ${test.fullName}: ${firstLines(test.failureMessages[0])}`)
}

function firstLines(message = '') {
  return message.split('\n').slice(0, 6).join('\n  ')
}
