import { Worker } from 'node:worker_threads'
import type { SendAnswer } from '../messaging/ports.ts'
import type { SmtpMailer, SmtpMailerOptions } from './smtp-mailer.ts'
import type { Told, ToSend } from './smtp-thread.ts'

/**
 * The same mailer on a thread of its own: building, signing and handing over a mail takes most of a millisecond,
 * which pages would wait for and which another processor can do beside the bookkeeping. Should the thread end,
 * what it had in hand is worth another try, and the next mail starts a new one.
 */
export function smtpMailerOnThread(options: SmtpMailerOptions): SmtpMailer {
  const waiting = new Map<number, PromiseWithResolvers<SendAnswer>>()
  let thread: Worker | undefined
  let number = 0
  const start = () => {
    const started = new Worker(new URL('./smtp-thread.ts', import.meta.url), { workerData: options })
    started.on('message', (told: Told) => {
      const sender = waiting.get(told.number)
      waiting.delete(told.number)
      if ('error' in told) sender?.reject(new Error(told.error))
      else sender?.resolve(told.result)
      // Nothing keeps the process alive for a thread that has nothing to do.
      if (waiting.size === 0) started.unref()
    })
    const ended = (says: string) => {
      if (thread !== started) return
      thread = undefined
      const lost = [...waiting.values()]
      waiting.clear()
      for (const sender of lost) sender.resolve({ ok: false, permanent: false, code: 'thread-ended', says })
    }
    started.on('error', (error) => ended(error.message))
    started.on('exit', () => ended('The mailer ended while it had this mail in hand.'))
    return started
  }
  return {
    send(mail, note, beginBefore) {
      thread ??= start()
      thread.ref()
      number++
      const sender = Promise.withResolvers<SendAnswer>()
      waiting.set(number, sender)
      thread.postMessage({ number, mail, note, beginBefore } satisfies ToSend)
      return sender.promise
    },
    letGo: () => thread?.postMessage('let-go'),
    close: () => void thread?.terminate(),
  }
}
