import { type SettingKey, settingValue } from '../../accounts/model/setting.ts'

/** How often and how soon the organisation writes to one person unasked. */
export interface ContactTerms {
  readonly coolOffDays: number
  readonly conversationDays: number
  readonly budget: { readonly mails: number; readonly days: number }
}

/** The settings that contact terms are made of. */
export const contactTermKeys = [
  'mail.coolOffDays',
  'mail.conversationDays',
  'mail.marketingMails',
  'mail.marketingDays',
] as const satisfies readonly SettingKey[]

type Stored = { readonly [Key in (typeof contactTermKeys)[number]]?: unknown }

/** The terms as stored; what was never chosen, or no longer fits, is the default. */
export const contactTermsOf = (stored: Stored): ContactTerms => ({
  coolOffDays: settingValue('mail.coolOffDays', stored['mail.coolOffDays']),
  conversationDays: settingValue('mail.conversationDays', stored['mail.conversationDays']),
  budget: {
    mails: settingValue('mail.marketingMails', stored['mail.marketingMails']),
    days: settingValue('mail.marketingDays', stored['mail.marketingDays']),
  },
})
