import { parentPort } from 'node:worker_threads'
import { startSmtpSink } from '../../tests/support/smtp-sink.ts'

// On a thread of its own: the mail server that takes the mails should not wait for who measures.
const sink = await startSmtpSink()
parentPort!.postMessage({ url: sink.url })
parentPort!.on('message', () => {
  parentPort!.postMessage({ count: sink.received.length })
  sink.received.length = 0
})
let last = 0
setInterval(() => {
  if (sink.received.length === last) return
  last = sink.received.length
  parentPort!.postMessage({ taken: last, at: Date.now() })
}, 2)
