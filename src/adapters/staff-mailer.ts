import type { StaffMailer } from '../accounts/staff-mailer.ts'
import type { SmtpMailer } from './smtp-mailer.ts'

/** Mails to colleagues over SMTP, from `accounts@domain`. A final refusal is given up: the colleague can ask again. */
export const staffMailerOver = (
  mailer: Pick<SmtpMailer, 'send'>,
  { baseUrl, domain }: { readonly baseUrl: string; readonly domain: string },
): StaffMailer => ({
  baseUrl,
  send: async ({ key, to, fromName, subject, text }) => {
    const address = `accounts@${domain}`
    const answer = await mailer.send({
      purpose: 'service',
      messageId: `<${key}@${domain}>`,
      from: { address, name: fromName },
      to,
      subject,
      text,
      bounceTo: address,
      isAutomatic: true,
    })
    if (!answer.ok && !answer.permanent) throw new Error(`The mail server did not take it: ${answer.says}`)
  },
})
