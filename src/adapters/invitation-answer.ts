import type { ParsedMail } from '../messaging/model/parsed-mail.ts'
import { readCalendar } from '../scheduling/model/calendar-reading.ts'

/** What a calendar answers for its one person (RFC 5546, section 3.2.3); null for all that is no such answer. */
export const invitationAnswer = (text: string): ParsedMail['invitationAnswer'] => {
  try {
    const { method, appointments } = readCalendar(text)
    const [appointment, ...others] = appointments
    const [attendee, ...more] = appointment?.attendees ?? []
    const answer = attendee && answerOf[attendee.partstat]
    if (method !== 'REPLY' || !answer || others.length > 0 || more.length > 0) return null
    return { uid: appointment!.uid, sequence: appointment!.sequence, answer }
  } catch {
    return null
  }
}

const answerOf: Readonly<Record<string, 'accepted' | 'tentative' | 'declined'>> = {
  ACCEPTED: 'accepted',
  TENTATIVE: 'tentative',
  DECLINED: 'declined',
}
