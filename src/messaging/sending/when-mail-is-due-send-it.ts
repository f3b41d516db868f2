import {
  type Delivery,
  defineDelivery,
  defineSchedule,
  type Running,
  type Schedule,
} from '../../kernel/reaction.ts'
import { composed, type Letterhead } from '../model/composed.ts'
import type { MessagingPorts } from '../ports.ts'
import { sendDueMails } from '../queueing/queue-mail.ts'
import { claimDueMails, leaseMinutes } from './claim-due-mails.ts'
import type { DueMail } from './due-mail.ts'
import { recordSent } from './record-sent.ts'

type Edge = Pick<MessagingPorts, 'mailer' | 'mailAddresses'>

// A mail is not begun when less than this is left of the lease: a slow server's socket may take a minute.
const reserveMs = 90_000
// Answers are gathered so long before they are recorded together: one transaction for some mails, not for each.
const gatherMs = 25
// No further mail is begun while so many answers are not recorded: the most that a kill makes us say twice.
const mostUnrecorded = 64
// One wake-up works no longer than this; the sweep goes on, so a crowded queue starves nothing else.
const shiftMs = 120_000

/**
 * Hands due mails to the mail server and records what became of them.
 *
 * Killed at any point: before the claim's commit nothing happened; after it the mails are leased and another
 * worker sends them when the lease has run out. Between the server's answer and our record lie the mails in
 * hand (as many as go in parallel) and the answers that are gathered for one record (at most 64): these
 * are sent again with the same Message-ID, which mail programs show once.
 */
export const whenMailIsDueSendIt = (ports: Edge): Delivery =>
  defineDelivery({
    name: sendDueMails,
    pollSeconds: 1,
    handle: (_, running) => sendWhatIsDue(ports, running),
  })

/** For wake-ups that were lost and leases that ran out. */
export const whenMinutePassesSendRest = (ports: Edge): Schedule =>
  defineSchedule({
    name: 'when-minute-passes-send-rest',
    cron: '* * * * *',
    handle: (running) => sendWhatIsDue(ports, running),
  })

const sendWhatIsDue = async ({ mailer, mailAddresses }: Edge, running: Running): Promise<void> => {
  const endOfShift = Date.now() + shiftMs
  const { perMinute } = mailer
  // A batch takes at most some twenty seconds of a throttled line, so that its lease holds.
  const limit = Math.max(1, Math.min(200, Math.ceil(perMinute / 3)))
  const claim = async () => {
    // The lease counts from before the claim on this machine's clock, whatever clock wrote it.
    const began = Date.now()
    const answer = await running.run(claimDueMails, { limit, perMinute })
    if (!answer.ok) throw new Error(answer.refusal.says)
    return { ...answer.value, endOfLease: began + leaseMinutes * 60_000 }
  }
  let claimed = await claim()
  while (claimed.mails.length > 0 || claimed.isThrottled) {
    if (claimed.mails.length > 0) {
      const { mails, endOfLease } = claimed
      const head: Letterhead = { ...claimed.head, ...mailAddresses }
      await sendBatch(mailer, mails, head, endOfLease, running)
    } else await pause(1000)
    if (Date.now() > endOfShift) return
    claimed = await claim()
  }
}

const sendBatch = async (
  mailer: Edge['mailer'],
  mails: readonly DueMail[],
  head: Letterhead,
  endOfLease: number,
  running: Running,
): Promise<void> => {
  const outcomes = recorder(running)
  const queue = mails.values()
  const line = async () => {
    for (const mail of queue) {
      if (Date.now() > endOfLease - reserveMs) {
        outcomes.add({ notTried: mail.id })
        continue
      }
      await outcomes.hasRoom()
      try {
        const answer = await mailer.send(composed(mail, head))
        outcomes.add(
          answer.ok
            ? { sent: mail.id }
            : {
                refused: {
                  id: mail.id,
                  permanent: answer.permanent,
                  code: answer.code.slice(0, 100),
                  says: answer.says,
                },
              },
        )
      } catch (error) {
        // Only a mail that was never allowed throws: it would throw again.
        outcomes.add({
          refused: { id: mail.id, permanent: true, code: 'flawed', says: (error as Error).message },
        })
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(mailer.parallel, mails.length) }, line))
  await outcomes.done()
}

interface Outcomes {
  sent: string[]
  refused: { id: string; permanent: boolean; code: string; says: string }[]
  notTried: string[]
}
type Outcome = { sent: string } | { refused: Outcomes['refused'][number] } | { notTried: string }

/** Records outcomes as they come: one transaction at a time, with all that came during the one before. */
const recorder = (running: Running) => {
  const none = (): Outcomes => ({ sent: [], refused: [], notTried: [] })
  let open = none()
  let writing: Promise<void> | null = null
  let failure: unknown
  let unrecorded = 0
  const isEmpty = () => open.sent.length + open.refused.length + open.notTried.length === 0
  const write = async () => {
    while (!isEmpty()) {
      await pause(gatherMs)
      const now = open
      open = none()
      const answer = await running.run(recordSent, now)
      if (!answer.ok) throw new Error(answer.refusal.says)
      unrecorded -= now.sent.length + now.refused.length + now.notTried.length
    }
  }
  const start = () => {
    writing ??= write()
      .catch((error) => {
        failure ??= error
      })
      .finally(() => {
        writing = null
      })
  }
  return {
    async hasRoom() {
      while (unrecorded >= mostUnrecorded && writing && !failure) await writing
    },
    add(outcome: Outcome) {
      unrecorded++
      if ('sent' in outcome) open.sent.push(outcome.sent)
      else if ('refused' in outcome) open.refused.push(outcome.refused)
      else open.notTried.push(outcome.notTried)
      start()
    },
    async done() {
      while (writing) await writing
      if (!failure && !isEmpty()) await write()
      if (failure) throw failure
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
