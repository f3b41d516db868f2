import {
  type Delivery,
  defineDelivery,
  defineSchedule,
  type Running,
  type Schedule,
} from '../../kernel/reaction.ts'
import { composed, type Letterhead } from '../model/composed.ts'
import type { MessagingPorts, SentNote, SentNotes } from '../ports.ts'
import { sendDueMails } from '../queueing/queue-mail.ts'
import { claimDueMails, leaseMinutes } from './claim-due-mails.ts'
import type { DueMail } from './due-mail.ts'
import { recordSent } from './record-sent.ts'

type Edge = Pick<MessagingPorts, 'mailer' | 'mailAddresses' | 'sentNotes'>

// A mail is not begun when less than this is left of the lease: a slow server's socket may take a minute.
const reserveMs = 90_000
// Answers are gathered so long before they are recorded together: one transaction for some mails, not for each.
const gatherMs = 150
// No further mail is begun while so many are in hand and not recorded: a database that is away stops the sending.
const mostInHand = 1000
// One wake-up works no longer than this; the sweep goes on, so a crowded queue starves nothing else.
const shiftMs = 120_000

/**
 * Hands due mails to the mail server and records what became of them.
 *
 * Killed at any point: before the claim's commit nothing happened; after it the mails are leased and another
 * worker sends them when the lease has run out. What the server took is noted beside the database at once, and
 * recorded by the next worker on that folder before the lease ends. Only a mail whose letter was handed over and whose
 * answer was not heard, one for each connection at most, is sent again (RFC 5321 section 6.1 prefers twice to
 * never), with the same Message-ID, which mail programs show once.
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

interface Claimed {
  readonly mail: DueMail
  readonly head: Letterhead
  readonly beginBefore: number
}

const sendWhatIsDue = async ({ mailer, mailAddresses, sentNotes }: Edge, running: Running): Promise<void> => {
  await recordLeft(sentNotes, running)
  const endOfShift = Date.now() + shiftMs
  const { perMinute } = mailer
  // A batch takes at most some twenty seconds of a throttled line, so that its lease holds.
  const limit = Math.max(1, Math.min(500, Math.ceil(perMinute / 3)))
  const claim = async () => {
    // The lease counts from before the claim on this machine's clock, whatever clock wrote it.
    const began = Date.now()
    const answer = await running.run(claimDueMails, { limit, perMinute, leaves: mailer.leaves })
    if (!answer.ok) throw new Error(answer.refusal.says)
    return { ...answer.value, beginBefore: began + leaseMinutes * 60_000 - reserveMs }
  }
  const outcomes = recorder(running, sentNotes)
  const queue: Claimed[] = []
  let claiming: Promise<void> | null = null
  let isOver = false
  const claimMore = () => {
    // The next batch is claimed while the last mails of this one are on their way.
    isOver ||= running.stopping.aborted
    if (isOver || claiming || queue.length > limit / 4) return
    claiming = claim()
      .then(async ({ mails, head, beginBefore, isThrottled }) => {
        queue.push(...mails.map((mail) => ({ mail, head: { ...head, ...mailAddresses }, beginBefore })))
        if (isThrottled) await pause(1000)
        const isShiftOver = running.stopping.aborted || Date.now() > endOfShift
        isOver = isShiftOver || (mails.length === 0 && !isThrottled)
      })
      .finally(() => {
        claiming = null
      })
    // Awaited by the line that finds nothing to do; until then its failure is nobody's.
    claiming.catch(() => undefined)
  }
  const line = async () => {
    for (;;) {
      await outcomes.hasRoom()
      claimMore()
      const next = queue.shift()
      // Asked to stop, what is not begun is given back at once, so that it waits for nobody's lease.
      if (next) {
        const note = outcomes.begin(next.mail.id)
        const isTooLate = running.stopping.aborted || Date.now() > next.beginBefore
        outcomes.add(isTooLate ? { notTried: next.mail.id } : await handOver(mailer, next, note))
      } else if (claiming) await claiming
      else if (isOver) return
    }
  }
  const letGo = () => mailer.letGo()
  running.stopping.addEventListener('abort', letGo)
  try {
    await Promise.all(Array.from({ length: mailer.parallel }, line))
  } finally {
    running.stopping.removeEventListener('abort', letGo)
    await outcomes.done()
  }
}

/** What a worker that died had sent, so that nobody sends it again. Known already, it changes nothing. */
const recordLeft = async (notes: SentNotes, running: Running): Promise<void> => {
  for (const { mailIds, forget } of await notes.takeLeft()) {
    for (let from = 0; from < mailIds.length; from += 1000) {
      const sent = mailIds.slice(from, from + 1000)
      const answer = await running.run(recordSent, { sent, refused: [], notTried: [] })
      if (!answer.ok) throw new Error(answer.refusal.says)
    }
    await forget()
  }
}

const handOver = async (
  mailer: Edge['mailer'],
  { mail, head, beginBefore }: Claimed,
  note: SentNote,
): Promise<Outcome> => {
  try {
    const answer = await mailer.send(composed(mail, head), note, beginBefore)
    if (answer.ok) return { sent: mail.id }
    if (answer.notBegun) return { notTried: mail.id }
    const { permanent, code, says } = answer
    return { refused: { id: mail.id, permanent, code: code.slice(0, 100), says } }
  } catch (error) {
    // Only a mail that was never allowed throws: it would throw again.
    return { refused: { id: mail.id, permanent: true, code: 'flawed', says: (error as Error).message } }
  }
}

interface Outcomes {
  sent: string[]
  refused: { id: string; permanent: boolean; code: string; says: string }[]
  notTried: string[]
}
type Outcome = { sent: string } | { refused: Outcomes['refused'][number] } | { notTried: string }

/** Records outcomes as they come: one transaction at a time, with all that came during the one before. */
const recorder = (running: Running, sentNotes: SentNotes) => {
  const notes = sentNotes.open()
  const none = (): Outcomes => ({ sent: [], refused: [], notTried: [] })
  let open = none()
  let writing: Promise<void> | null = null
  let failure: unknown
  let inHand = 0
  const isEmpty = () => open.sent.length + open.refused.length + open.notTried.length === 0
  let step: Promise<void> = Promise.resolve()
  const writeOnce = async () => {
    await pause(gatherMs)
    const now = open
    open = none()
    const answer = await running.run(recordSent, now)
    if (!answer.ok) throw new Error(answer.refusal.says)
    inHand -= now.sent.length + now.refused.length + now.notTried.length
    if (inHand === 0) notes.clear()
  }
  const write = async () => {
    while (!isEmpty()) {
      step = writeOnce()
      await step
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
      while (inHand >= mostInHand && writing && !failure) await step.catch(() => undefined)
    },
    begin(mailId: string): SentNote {
      inHand++
      return { file: notes.file, mailId }
    },
    add(outcome: Outcome) {
      if ('sent' in outcome) open.sent.push(outcome.sent)
      else if ('refused' in outcome) open.refused.push(outcome.refused)
      else open.notTried.push(outcome.notTried)
      start()
    },
    async done() {
      while (writing) await writing
      if (!failure && !isEmpty())
        await write().catch((error) => {
          failure = error
        })
      notes.close()
      if (failure) throw failure
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
