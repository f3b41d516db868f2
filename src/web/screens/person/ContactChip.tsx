import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import IconMailOff from '@tabler/icons-react/dist/esm/icons/IconMailOff.mjs'
import { type Reader, shortText } from '../../../design/dates.ts'
import { Chip } from '../../../design/parts/Chip.tsx'
import { useReader } from '../../../design/reader.ts'
import type { OutputOf, Queries } from '../../api/client.ts'

export type Contact = OutputOf<Queries, 'views.candidate'>['contact']

/** Whether one may write to a person now; the sentence why not stands beside it, where there is room. */
export const ContactChip = ({ contact }: { readonly contact: Contact }) => {
  const words = contactWords(contact, new Date(), useReader())
  const Icon = contact.allowed
    ? IconCheck
    : contact.code === 'no-address'
      ? IconMailOff
      : 'until' in contact && contact.until
        ? IconClock
        : IconBan
  return (
    <Chip
      icon={<Icon aria-hidden />}
      tone={!contact.allowed && contact.code === 'do-not-contact' ? 'bad' : undefined}
    >
      {words}
    </Chip>
  )
}

/** "Free to contact", "Process mail only", "Wait until 3 Dec", "Do not write". */
export const contactWords = (contact: Contact, now: Date, reader: Reader): string => {
  if (contact.allowed) {
    if (contact.purpose === 'process') return 'Process mail only'
    return 'notBefore' in contact && contact.notBefore
      ? `Free to contact from ${shortText(new Date(contact.notBefore), now, reader)}`
      : 'Free to contact'
  }
  if (contact.code === 'no-address') return 'No mail address'
  if ('until' in contact && contact.until)
    return `Wait until ${shortText(new Date(contact.until), now, reader)}`
  return contact.code === 'do-not-contact' ? 'Do not contact' : 'Do not write now'
}
