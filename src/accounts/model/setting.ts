import { z } from 'zod'
import { roleSchema } from './role.ts'

const known = {
  'security.requireSecondFactor': {
    says: 'Roles that cannot work without a second factor',
    schema: z.array(roleSchema).readonly(),
    default: ['admin', 'recruiter'] as readonly z.output<typeof roleSchema>[],
  },
  'security.providerChecksSecondFactor': {
    says: 'The sign-in provider asks for a second factor, so we do not',
    schema: z.boolean(),
    default: false,
  },
  'organisation.employees': {
    says: 'People who work for the organisation: some laws bind only from a number of them; empty counts as large',
    schema: z.int().min(1).max(10_000_000).nullable(),
    default: null,
  },
  'mail.delayMinutes': {
    says: 'Minutes that a mail to a candidate waits and can be cancelled',
    schema: z.int().min(0).max(1440),
    default: 10,
  },
  'mail.rejectionHour': {
    says: 'Hour of the next working morning at which rejections are sent, in the office’s time',
    schema: z.int().min(6).max(18),
    default: 9,
  },
  'mail.quietFromHour': {
    says: 'From this hour no outreach is sent, in the reader’s time',
    schema: z.int().min(0).max(23),
    default: 20,
  },
  'mail.quietUntilHour': {
    says: 'Outreach is sent again from this hour, in the reader’s time',
    schema: z.int().min(0).max(23),
    default: 8,
  },
  'mail.coolOffDays': {
    says: 'Days after a rejection in which nobody reaches out to the person without a note',
    schema: z.int().min(0).max(730),
    default: 90,
  },
  'mail.conversationDays': {
    says: 'Days for which a colleague’s last mail keeps others from reaching out without a note',
    schema: z.int().min(0).max(90),
    default: 14,
  },
  'mail.marketingMails': {
    says: 'Mails of outreach, newsletters and events together that one person gets at most within the days below',
    schema: z.int().min(1).max(50),
    default: 2,
  },
  'mail.marketingDays': {
    says: 'Days over which those mails are counted',
    schema: z.int().min(1).max(60),
    default: 7,
  },
  'careers.intro': {
    says: 'The first words on the careers page',
    schema: z.string().max(2000),
    default: '',
  },
  'careers.answerWithinDays': {
    says: 'Days within which every applicant is promised an answer',
    schema: z.int().min(1).max(90),
    default: 14,
  },
} as const

/** Every setting there is, with what it means, what it may be and what it is when nobody chose. */
export const settings: typeof known = known

export type SettingKey = keyof typeof known
export type SettingValue<Key extends SettingKey> = z.output<(typeof known)[Key]['schema']>

export const settingKeys = Object.keys(known) as [SettingKey, ...SettingKey[]]

/** The stored value where it still fits the schema, else the default: an old value never breaks a new version. */
export const settingValue = <Key extends SettingKey>(key: Key, stored: unknown): SettingValue<Key> => {
  const parsed = known[key].schema.safeParse(stored)
  return (parsed.success ? parsed.data : known[key].default) as SettingValue<Key>
}
