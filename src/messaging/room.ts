import { defineRoom } from '../kernel/room.ts'
import { domainCheck, keepDomainCheck, recheckDomain } from './domain/check-domain.ts'
import { whenAskedLookUpDomain, whenDayBeginsLookUpDomain } from './domain/when-day-begins-look-up-domain.ts'
import { noteKeptAttachments, unkeptAttachments } from './inbound/keep-attachments.ts'
import { keepMailboxPosition, mailboxPosition } from './inbound/mailbox-position.ts'
import { receiveMail } from './inbound/receive-mail.ts'
import { whenMailReceivedKeepAttachments } from './inbound/when-mail-received-keep-attachments.ts'
import { inbox, thread } from './inbox/inbox.ts'
import {
  assignThread,
  cancelMails,
  closeThread,
  markThreadRead,
  reopenThread,
  sendNow,
} from './inbox/keep-threads.ts'
import { linkThread } from './inbox/link-thread.ts'
import { mailbox, mailboxMail, simulateReply } from './inbox/mailbox.ts'
import { unlinkThread } from './inbox/unlink-thread.ts'
import { whenThreadUnlinkedGiveFilesBack } from './inbox/when-thread-unlinked-give-files-back.ts'
import { answerThread, previewMail, writeToCandidates } from './inbox/write-mail.ts'
import * as facts from './model/facts.ts'
import { messagingPermissions } from './model/permissions.ts'
import type { MessagingPorts } from './ports.ts'
import { claimDueMails } from './sending/claim-due-mails.ts'
import { recordSent } from './sending/record-sent.ts'
import { whenMailIsDueSendIt, whenMinutePassesSendRest } from './sending/when-mail-is-due-send-it.ts'
import { resetTemplate, saveTemplate, templates } from './templates/templates.ts'
import { unsubscribe } from './unsubscribe.ts'

/** Mail in and out: the one gateway, its guard, the inbox and the templates. */
export const messaging = (ports: MessagingPorts) =>
  defineRoom({
    name: 'messaging',
    commands: [
      answerThread,
      writeToCandidates,
      cancelMails,
      sendNow,
      assignThread,
      closeThread,
      reopenThread,
      markThreadRead,
      linkThread,
      unlinkThread,
      saveTemplate,
      resetTemplate,
      recheckDomain,
      simulateReply(ports),
      unsubscribe(ports),
      claimDueMails,
      recordSent,
      receiveMail,
      noteKeptAttachments,
      keepMailboxPosition,
      keepDomainCheck,
    ],
    queries: [
      inbox,
      thread,
      previewMail,
      mailbox(ports),
      mailboxMail(ports),
      templates,
      domainCheck,
      unkeptAttachments,
      mailboxPosition,
    ],
    facts: Object.values(facts),
    permissions: messagingPermissions,
    reactions: [whenMailReceivedKeepAttachments(ports), whenThreadUnlinkedGiveFilesBack(ports)],
    deliveries: [whenMailIsDueSendIt(ports), whenAskedLookUpDomain(ports)],
    schedules: [whenMinutePassesSendRest(ports), whenDayBeginsLookUpDomain(ports)],
  } as const)
