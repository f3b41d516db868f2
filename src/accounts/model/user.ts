import { z } from 'zod'

/** How mails are compared: without case and surrounding space. */
export const mailKeyOf = (mail: string): string => mail.trim().normalize('NFC').toLowerCase()

const knownZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

export const mailSchema = z
  .string()
  .trim()
  .max(254, 'That mail address is too long.')
  .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'That is not a mail address.')
export const nameSchema = z.string().trim().min(1, 'A name is needed.').max(200)
export const zoneSchema = z.string().max(64).refine(knownZone, 'That time zone is not known.')
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'That is not a language code.')
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'That is not a country code such as NL.')
/** Long enough for any passphrase; longer ones only cost time to hash. The rules are in password.ts. */
export const passwordSchema = z.string().min(1).max(500)

/** An organisation's name as part of an address: "Northwind Robotics" is "northwind-robotics". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'organisation'
