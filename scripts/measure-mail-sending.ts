/** Mails a second to a sink on this machine, ours beside the bare library: `node scripts/measure-mail-sending.ts [count]`. */
import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { createSmtpMailer } from '../src/adapters/smtp-mailer.ts'
import { startSmtpSink } from '../tests/support/smtp-sink.ts'

const count = Number(process.argv[2] ?? 2000)
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const text = 'Dear Inês,\n\nthank you for your time. '.repeat(20)
const html = `<p>${text}</p>`
const address = (at: number) => ({ name: 'Inês Carvalho', address: `ines${at}@correio.example` })
const from = { name: 'Tomasz Wójcik', address: 'tomasz@north.example' }

const sink = await startSmtpSink()
const rates = { ours: [] as number[], bare: [] as number[] }
// The first rounds warm up, and each side goes first in turn.
for (let round = -1; round < 3; round++) {
  for (const side of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const)) {
    const rate = side === 'ours' ? await ourRate() : await bareRate()
    if (round >= 0) rates[side].push(rate)
  }
}
await sink.stop()
const median = (numbers: number[]) => Math.round(numbers.toSorted((one, other) => one - other)[1]!)
const share = Math.round((100 * median(rates.ours)) / median(rates.bare))
console.log(
  `${count} DKIM-signed mails, 4 connections: ours ${median(rates.ours)}/s, nodemailer ${median(rates.bare)}/s = ${share} %`,
)

async function ourRate(): Promise<number> {
  const mailer = createSmtpMailer({
    url: sink.url,
    dkim: { domain: 'north.example', selector: 's1', privateKey },
  })
  const rate = await rateOf(async (at) => {
    const messageId = `<${at}@north.example>`
    const to = address(at)
    const bounceTo = 'bounce+x@north.example'
    const sent = await mailer.send({
      purpose: 'process',
      messageId,
      from,
      to,
      subject: 'Hello',
      text,
      html,
      bounceTo,
      isAutomatic: true,
    })
    if (!sent.ok) throw new Error(sent.says)
  })
  mailer.close()
  return rate
}

async function bareRate(): Promise<number> {
  const dkim = { domainName: 'north.example', keySelector: 's1', privateKey }
  const transport = createTransport({ url: sink.url, pool: true, maxConnections: 4, maxMessages: 500, dkim })
  const rate = await rateOf((at) =>
    transport.sendMail({ from, to: address(at), subject: 'Hello', text, html }),
  )
  transport.close()
  return rate
}

async function rateOf(send: (at: number) => Promise<unknown>): Promise<number> {
  sink.received.length = 0
  const began = performance.now()
  await Promise.all(Array.from({ length: count }, (_, at) => send(at)))
  return count / ((performance.now() - began) / 1000)
}
