import { notifyUsers, usersWithRole } from '../../accounts/door.ts'
import { idsByAddress } from '../../candidates/door.ts'
import type { About } from '../../kernel/model/fact.ts'
import { daysAfter } from '../../kernel/model/time.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { bounceIgnored, mailBounced, senderFaulted } from '../model/facts.ts'
import { addressKey } from '../queueing/ask-guard.ts'
import { countSoftDays, insertSoftBounce } from '../queueing/guard.sql.ts'
import { aboutOf } from '../sending/claim-due-mails.ts'
import { loadOurMail, markBounced, type OurMail } from './found.sql.ts'
import type { IncomingMail } from './incoming-mail.ts'
import { suppress } from './suppress.ts'

// A full mailbox on so many different days within the window is a dead one (compliance-guide C.4).
const softDays = 4
const softWindowDays = 30

/** R74: only a report that came to a return path of ours tells anything; a forged one is recorded and ignored. */
export const settleBounce = async (tx: WriteTx, mail: IncomingMail): Promise<OurMail | null> => {
  const ours = mail.token?.kind === 'bounce' ? await tx.row(loadOurMail(mail.token.id)) : undefined
  if (!ours || !mail.bounce) {
    tx.record(
      bounceIgnored({ subjectId: mail.sourceKey }, { because: mail.token ? 'unknown-mail' : 'no-token' }),
    )
    return null
  }
  const { class: verdict, code } = mail.bounce
  const about = aboutOf(ours)
  await tx.change(markBounced(ours.id, verdict, code))
  tx.record(mailBounced(about, { class: verdict, code }))
  if (verdict === 'hard') await suppress(tx, { address: ours.toAddress, kind: 'hard', because: code, about })
  if (verdict === 'soft') {
    const address = addressKey(ours.toAddress)
    await tx.change(insertSoftBounce(address, code, tx.now))
    const { days } = (await tx.row(countSoftDays(address, daysAfter(tx.now, -softWindowDays))))!
    if (days >= softDays) await suppress(tx, { address, kind: 'hard', because: 'soft-repeated', about })
  }
  if (verdict === 'sender-fault') {
    tx.record(senderFaulted(about, { code }))
    const admins = await usersWithRole(tx, ['admin'])
    await notifyUsers(
      tx,
      admins.map(({ id }) => ({ userId: id, kind: 'mail-refused', subjectId: ours.id })),
    )
  }
  if (ours.senderId && (verdict === 'hard' || verdict === 'message-fault'))
    await notifyUsers(tx, [
      { userId: ours.senderId, kind: 'mail-bounced', candidateId: ours.candidateId, subjectId: ours.id },
    ])
  return ours
}

/** A person, or their provider for them, wants no more mail like this: at once, and only marketing ends. */
export const settleComplaint = async (tx: WriteTx, mail: IncomingMail): Promise<OurMail | null> => {
  const { type, recipient } = mail.complaint!
  const ours = mail.token ? await tx.row(loadOurMail(mail.token.id)) : undefined
  // Without our token only the writer's own address is believed, and only to end marketing to it.
  const address = ours?.toAddress ?? (type === 'opt-out' ? mail.from.address : recipient)
  const [candidateId] = (await idsByAddress(tx, [address])).get(address) ?? []
  if (!ours && !candidateId) {
    tx.record(bounceIgnored({ subjectId: mail.sourceKey }, { because: 'unknown-address' }))
    return null
  }
  const about = ours ? aboutOf(ours) : ({ candidateId } as About)
  const kind = type === 'opt-out' ? 'marketing' : 'complaint'
  await suppress(tx, { address, kind, because: type.slice(0, 40), about })
  return ours ?? null
}
