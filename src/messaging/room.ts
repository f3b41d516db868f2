import { defineRoom } from '../kernel/room.ts'
import { noteKeptAttachments, unkeptAttachments } from './inbound/keep-attachments.ts'
import { keepMailboxPosition, mailboxPosition } from './inbound/mailbox-position.ts'
import { receiveMail } from './inbound/receive-mail.ts'
import { whenMailReceivedKeepAttachments } from './inbound/when-mail-received-keep-attachments.ts'
import * as facts from './model/facts.ts'
import { messagingPermissions } from './model/permissions.ts'
import type { MessagingPorts } from './ports.ts'
import { claimDueMails } from './sending/claim-due-mails.ts'
import { recordSent } from './sending/record-sent.ts'
import { whenMailIsDueSendIt, whenMinutePassesSendRest } from './sending/when-mail-is-due-send-it.ts'
import { unsubscribe } from './unsubscribe.ts'

/** Mail in and out: the one gateway, its guard, the inbox and the templates. */
export const messaging = (ports: MessagingPorts) =>
  defineRoom({
    name: 'messaging',
    commands: [
      claimDueMails,
      recordSent,
      receiveMail,
      noteKeptAttachments,
      keepMailboxPosition,
      unsubscribe(ports),
    ],
    queries: [unkeptAttachments, mailboxPosition],
    facts: Object.values(facts),
    permissions: messagingPermissions,
    reactions: [whenMailReceivedKeepAttachments(ports)],
    deliveries: [whenMailIsDueSendIt(ports)],
    schedules: [whenMinutePassesSendRest(ports)],
  } as const)
