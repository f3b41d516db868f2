import { defineReaction } from '../../kernel/reaction.ts'
import { passwordResetRequested, userInvited } from '../model/facts.ts'
import { linkMail } from '../model/link-mail.ts'
import type { AccountsPorts } from '../ports.ts'
import { issueLink } from './issue-link.ts'

/**
 * Mails the link of a reset or an invitation. Done twice it sends the same link under the same mail id; a link used,
 * replaced or expired meanwhile is not sent. Without a mail server the mailbox page shows the links instead.
 */
export const whenLinkIsAskedMailIt = (ports: AccountsPorts) =>
  defineReaction({
    name: 'when-link-is-asked-mail-it',
    on: [passwordResetRequested.factName, userInvited.factName],
    handle: async (fact, { run }) => {
      const mailer = ports.staffMailer
      const id = fact.about.subjectId
      if (!mailer || !id || fact.particulars.known === false) return
      const kind = fact.name === userInvited.factName ? 'invitation' : 'reset'
      const link = await run(issueLink(ports), { kind, id })
      if (!link.ok) return
      const { to, path, expiresAt, organisation } = link.value
      const address = new URL(path, mailer.baseUrl).href
      const mail = linkMail({ kind, address, name: to.name, organisation, expiresAt })
      await mailer.send({ key: `${kind}.${id}`, to, fromName: organisation, ...mail })
    },
  })
