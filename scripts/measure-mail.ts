/** Measures the reading of mail on ../shared/corpus/email: `node scripts/measure-mail.ts [--misses]`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readMail } from '../src/adapters/read-mail.ts'
import { readMailFiles } from '../src/adapters/read-mail-files.ts'
import { readInbound } from '../src/messaging/model/inbound.ts'

const corpus = join(import.meta.dirname, '../../shared/corpus/email')
const HARD = ['userunknown', 'hostunknown', 'hasmoved', 'notaccept']
const showMisses = process.argv.includes('--misses')

if (!existsSync(corpus)) {
  console.log(`no corpus at ../shared/corpus/email: nothing measured`)
} else {
  await measureCrashes()
  await measureBounces()
  await measureKinds()
}

async function measureCrashes() {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:eml|txt|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const began = performance.now()
  let failed = 0
  for await (const line of readMailFiles(files)) if (line.error) failed += 1
  const seconds = (performance.now() - began) / 1000
  console.log(
    `all files: ${files.length} read, ${failed} failed, ${Math.round(files.length / seconds)} files/s`,
  )
}

async function measureBounces() {
  const { reasons } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../tests/messaging/sisimai-reasons.json'), 'utf8'),
  ) as { reasons: Record<string, string[]> }
  const tally = { recipients: 0, equal: 0, hardThoughNot: 0, notHardThoughHard: 0, notSeen: 0 }
  for (const folder of ['bsd', 'dos', 'mac']) {
    for (const name of readdirSync(join(corpus, 'sisimai/maildir', folder))) {
      const expected = reasons[basename(name, '.eml')]
      if (!expected || expected.includes('delivered')) continue
      const found = readInbound(await readMail(readFileSync(join(corpus, 'sisimai/maildir', folder, name))))
      for (const [at, reason] of expected.entries()) {
        const verdict = found.bounces?.[at]?.class
        const isHard = HARD.includes(reason)
        tally.recipients += 1
        if (!verdict) tally.notSeen += 1
        else if (isHard === (verdict === 'hard')) tally.equal += 1
        else if (isHard) tally.notHardThoughHard += 1
        else tally.hardThoughNot += 1
        if (showMisses && (!verdict || isHard !== (verdict === 'hard')))
          console.log(
            `  ${folder}/${name}: expected ${reason}, found ${found.kind} ${JSON.stringify(found.bounces?.[at])}`,
          )
      }
    }
  }
  const share = ((100 * tally.equal) / tally.recipients).toFixed(1)
  console.log(`sisimai bounces: ${JSON.stringify(tally)} = ${share} % equal hard or not hard`)
}

async function measureKinds() {
  const groups = { arf: 'complaint', rfc3834: 'auto-reply' } as const
  for (const [prefix, kind] of Object.entries(groups)) {
    const files = readdirSync(join(corpus, 'sisimai/maildir'), { recursive: true, encoding: 'utf8' })
      .filter((name) => basename(name).startsWith(prefix))
      .map((name) => join(corpus, 'sisimai/maildir', name))
    let equal = 0
    for await (const line of readMailFiles(files)) {
      if (line.kind === kind) equal += 1
      else if (showMisses) console.log(`  ${line.file}: ${line.kind}`)
    }
    console.log(`${prefix}: ${equal} of ${files.length} read as ${kind}`)
  }
}
