import { z } from 'zod'
import { emailKeys } from '../../candidates/model/contact-point.ts'

/**
 * A person's mail address in any script (RFC 6531: `инес@почта.example`), as they write it: one mailbox,
 * at a domain with an ending. Whether our mail server can write to it shows when it tries.
 */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .refine((text) => isWhole(text.normalize('NFC')), 'write the whole address')

const isWhole = (text: string): boolean =>
  /^[^\s<>()[\],;:\\"@\p{C}]{1,64}@[^\s<>()[\],;:\\"@\p{C}]+\.[^\s<>()[\],;:\\"@\p{C}.]+$/u.test(text) &&
  !/^\.|\.\.|\.@|[@.]-|-(?:\.|$)/u.test(text) &&
  emailKeys(text) !== undefined
