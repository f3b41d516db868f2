import type { ContactKind } from './candidate.ts'
import type { ContactKeys } from './contact-point.ts'
import type { Reason } from './reason.ts'
import { typingErrors } from './similarity.ts'

/** What the e-mails, phones or links of two records say; one agreement is enough, as people have many. */
export function contactEvidence(
  kind: ContactKind,
  a: readonly ContactKeys[],
  b: readonly ContactKeys[],
): Reason[] {
  if (a.length === 0 || b.length === 0) return []
  let best: Level = 'differs'
  for (const one of a)
    for (const other of b) {
      const level = agree(kind, one, other)
      if (weights[kind][level] > weights[kind][best]) best = level
    }
  return [{ code: `${kind}-${best}`, says: sentences[kind][best], weight: weights[kind][best] }]
}

type Level = 'same' | 'alike' | 'shared' | 'differs'

function agree(kind: ContactKind, a: ContactKeys, b: ContactKeys): Level {
  const exact = a.exact !== '' && a.exact === b.exact
  if (exact || a.weak === b.weak) return a.shared || b.shared ? 'shared' : exact ? 'same' : 'alike'
  const slip = kind === 'email' && !a.shared && a.weak.length > 9 && typingErrors(a.weak, b.weak, 1) === 1
  return slip ? 'alike' : 'differs'
}

// Bits; a phone is shared by households more often than a mailbox, and few people keep one of either for life.
const weights: Record<ContactKind, Record<Level, number>> = {
  email: { same: 19, alike: 13, shared: 3, differs: -1.5 },
  phone: { same: 15, alike: 9, shared: 2, differs: -1.3 },
  link: { same: 19, alike: 9, shared: 1.5, differs: -1 },
}

const sentences: Record<ContactKind, Record<Level, string>> = {
  email: {
    same: 'Same e-mail address',
    alike: 'E-mail addresses that likely reach the same mailbox',
    shared: 'Same e-mail address, but one that many people share',
    differs: 'Different e-mail addresses',
  },
  phone: {
    same: 'Same phone number',
    alike: 'Phone numbers that end alike',
    shared: 'Same phone number, but one that many people share',
    differs: 'Different phone numbers',
  },
  link: {
    same: 'Same profile page',
    alike: 'Same web page',
    shared: 'Same web site, which is not one person’s',
    differs: 'Different profile pages',
  },
}
