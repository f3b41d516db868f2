// The thread of `smtpMailerOnThread`: hands mails over and says what was answered.
import { parentPort, workerData } from 'node:worker_threads'
import type { OutgoingMail } from '../messaging/model/outgoing-mail.ts'
import type { SendAnswer, SentNote } from '../messaging/ports.ts'
import { createSmtpMailer, type SmtpMailerOptions } from './smtp-mailer.ts'

export interface ToSend {
  readonly number: number
  readonly mail: OutgoingMail
  readonly note: SentNote | undefined
  readonly beginBefore: number | undefined
}
export type Told = { readonly number: number } & (
  | { readonly result: SendAnswer }
  | { readonly error: string }
)

const port = parentPort!
const mailer = createSmtpMailer(workerData as SmtpMailerOptions)
port.on('message', (asked: ToSend | 'let-go') => {
  if (asked === 'let-go') return mailer.letGo()
  const { number, mail, note, beginBefore } = asked
  mailer.send(mail, note, beginBefore).then(
    (result) => port.postMessage({ number, result } satisfies Told),
    (error: Error) => port.postMessage({ number, error: error.message } satisfies Told),
  )
})
