// The thread of `smtpMailerOnThread`: hands mails over and says what was answered.
import { parentPort, workerData } from 'node:worker_threads'
import type { OutgoingMail } from '../messaging/model/outgoing-mail.ts'
import type { SentNote } from '../messaging/ports.ts'
import { createSmtpMailer, type SendResult, type SmtpMailerOptions } from './smtp-mailer.ts'

export interface ToSend {
  readonly number: number
  readonly mail: OutgoingMail
  readonly note: SentNote | undefined
}
export type Told = { readonly number: number } & (
  | { readonly result: SendResult }
  | { readonly error: string }
)

const port = parentPort!
const mailer = createSmtpMailer(workerData as SmtpMailerOptions)
port.on('message', ({ number, mail, note }: ToSend) => {
  mailer.send(mail, note).then(
    (result) => port.postMessage({ number, result } satisfies Told),
    (error: Error) => port.postMessage({ number, error: error.message } satisfies Told),
  )
})
