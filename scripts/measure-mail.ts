/** Measures the reading of mail on ../shared/corpus/email: `node scripts/measure-mail.ts [--misses]`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readMail } from '../src/adapters/read-mail.ts'
import { readMailFiles } from '../src/adapters/read-mail-files.ts'
import { readInbound } from '../src/messaging/model/inbound.ts'
import { foldQuotedHtml, foldQuotedText } from '../src/messaging/model/quoted-text.ts'

const corpus = join(import.meta.dirname, '../../shared/corpus/email')
const HARD = ['userunknown', 'hostunknown', 'hasmoved', 'notaccept']
const NO_BOUNCE = ['delivered', 'feedback', 'vacation']
const showMisses = process.argv.includes('--misses')

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
  const tally = { recipients: 0, equal: 0, hardThoughNot: 0, notHardThoughHard: 0 }
  const noBounce = { mails: 0, equal: 0 }
  for (const folder of ['bsd', 'dos', 'mac']) {
    for (const name of readdirSync(join(corpus, 'sisimai/maildir', folder))) {
      const expected = reasons[basename(name, '.eml')]
      if (!expected) continue
      const found = readInbound(await readMail(readFileSync(join(corpus, 'sisimai/maildir', folder, name))))
      if (NO_BOUNCE.includes(expected[0]!)) {
        noBounce.mails += 1
        if (!found.bounce) noBounce.equal += 1
        continue
      }
      for (const [at, reason] of expected.entries()) {
        const verdict = found.bounces?.[at]?.class
        const isHard = HARD.includes(reason)
        const isEqual = verdict !== undefined && isHard === (verdict === 'hard')
        tally.recipients += 1
        if (isEqual) tally.equal += 1
        else if (isHard) tally.notHardThoughHard += 1
        else tally.hardThoughNot += 1
        if (showMisses && !isEqual)
          console.log(
            `  ${folder}/${name}: expected ${reason}, found ${found.kind} ${JSON.stringify(found.bounces?.[at])}`,
          )
      }
    }
  }
  const share = (equal: number, all: number) => `${((100 * equal) / all).toFixed(1)} %`
  const all = tally.recipients + noBounce.mails
  console.log(
    `sisimai failures: ${JSON.stringify(tally)} = ${share(tally.equal, tally.recipients)} equal hard or not hard`,
  )
  console.log(`sisimai mails that are no failure: ${noBounce.equal} of ${noBounce.mails} suppress nobody`)
  console.log(
    `sisimai, everything labelled: ${tally.equal + noBounce.equal} of ${all} = ${share(tally.equal + noBounce.equal, all)}`,
  )
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

async function measureReplies() {
  const { texts } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../tests/messaging/reply-texts.json'), 'utf8'),
  ) as { texts: Record<string, string> }
  const tally: Record<string, { files: number; equal: number }> = {}
  for (const [file, expected] of Object.entries(texts)) {
    const raw = readFileSync(join(corpus, file))
    const found = file.endsWith('.eml')
      ? readInbound(await readMail(raw)).text
      : (file.endsWith('.html') ? foldQuotedHtml : foldQuotedText)(raw.toString()).text
    const group = file.split('/')[0]!
    tally[group] ??= { files: 0, equal: 0 }
    tally[group].files += 1
    if (squeezed(found) === squeezed(expected)) tally[group].equal += 1
    else if (showMisses) console.log(`  ${file}: ${JSON.stringify(found.slice(0, 200))}`)
  }
  console.log(`new text of replies, equal to the text read by eye: ${JSON.stringify(tally)}`)
}

const squeezed = (text: string) => text.replace(/\n+/g, '\n').trim()

/** Attachment counts and subjects against the trees that come with the MIME files. */
async function measureTrees() {
  const tally = { files: 0, subjectEqual: 0, senderEqual: 0, failed: 0 }
  for (const folder of ['rfc', 'thirdparty']) {
    for (const name of readdirSync(join(corpus, 'mime', folder)).filter((file) => file.endsWith('.eml'))) {
      const tree = JSON.parse(
        readFileSync(join(corpus, 'mime', folder, name.replace('.eml', '.json')), 'utf8'),
      ) as Tree
      tally.files += 1
      try {
        const mail = await readMail(readFileSync(join(corpus, 'mime', folder, name)))
        const top = tree.parts[0]!.headers
        const subject = top.find((header) => header.name === 'subject')?.value.Text ?? ''
        const from = top.find((header) => header.name === 'from')?.value.Address
        const sender = from?.List?.[0]?.address ?? from?.Group?.[0]?.addresses?.[0]?.address ?? ''
        if (mail.subject.trim() === subject.trim()) tally.subjectEqual += 1
        else if (showMisses)
          console.log(`  ${folder}/${name}: subject ${JSON.stringify([mail.subject, subject])}`)
        if ((mail.from?.address ?? '') === sender) tally.senderEqual += 1
        else if (showMisses) console.log(`  ${folder}/${name}: sender ${JSON.stringify([mail.from, from])}`)
      } catch (error) {
        tally.failed += 1
        if (showMisses) console.log(`  ${folder}/${name}: ${error}`)
      }
    }
  }
  console.log(`MIME files with an expected tree: ${JSON.stringify(tally)}`)
}

type Address = { address: string | null }
type Value = { Text?: string; Address?: { List?: Address[]; Group?: { addresses?: Address[] }[] } }
type Tree = { parts: { headers: { name: string; value: Value }[] }[] }

if (!existsSync(corpus)) {
  console.log(`no corpus at ../shared/corpus/email: nothing measured`)
} else {
  await measureCrashes()
  await measureBounces()
  await measureKinds()
  await measureReplies()
  await measureTrees()
}
