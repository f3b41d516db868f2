import { hasHeader, headerOf, type ParsedMail } from './parsed-mail.ts'

/**
 * An out-of-office note or another answer written by a machine (RFC 3834): no reply, no bounce.
 * The headers decide; subjects of well-known programs only where a program sets none.
 */
export function isAutoReply(mail: ParsedMail): boolean {
  const automatic = headerOf(mail, 'auto-submitted').toLowerCase().split(';')[0]!.trim()
  if (automatic === 'auto-replied' || automatic === 'auto-notified') return true
  if (automatic === 'auto-generated') return hasHeader(mail, 'in-reply-to') || isAwaySubject(mail.subject)
  if (AUTO_REPLY_HEADERS.some((name) => hasHeader(mail, name))) return true
  const precedence = headerOf(mail, 'precedence').toLowerCase().trim()
  if (precedence === 'auto_reply' || precedence === 'auto-reply') return true
  return isAwaySubject(mail.subject)
}

/**
 * Whether a machine may answer this mail at all (RFC 3834 section 2 and list practice).
 * `envelopeFrom` is the return path, '' for `<>`; `ourLoopHeader` the header all our own mail carries.
 */
export function mayBeAnsweredByMachine(
  mail: ParsedMail,
  envelopeFrom: string,
  ourLoopHeader: string,
): boolean {
  const automatic = headerOf(mail, 'auto-submitted').toLowerCase().split(';')[0]!.trim()
  if (automatic !== '' && automatic !== 'no') return false
  if (isAutoReply(mail) || isMachineAddress(envelopeFrom)) return false
  if (['bulk', 'list', 'junk'].includes(headerOf(mail, 'precedence').toLowerCase().trim())) return false
  return !['list-id', 'list-unsubscribe', 'list-post', ourLoopHeader.toLowerCase()].some((name) =>
    hasHeader(mail, name),
  )
}

/** The empty return path and the accounts that only machines write from. */
export function isMachineAddress(address: string): boolean {
  const local = address.replace(/[<>]/g, '').trim().toLowerCase().split('@')[0]!
  return local === '' || ['mailer-daemon', 'postmaster', 'noreply', 'no-reply'].includes(local)
}

const AUTO_REPLY_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-vacation',
]

const AWAY_SUBJECTS = [
  'out of office',
  'out of the office',
  'automatic reply',
  'auto reply',
  'auto-reply',
  'autoreply',
  'auto response',
  'vacation reply',
  'away from my mail',
  'away until',
  'abwesenheitsnotiz',
  'automatische antwort',
  'réponse automatique',
  'absence du bureau',
  'respuesta automática',
  'fuera de la oficina',
  'risposta automatica',
  'fuori sede',
  'automatisch antwoord',
  'afwezigheidsbericht',
  'resposta automática',
  'autosvar',
  'automatisk svar',
  'automatiskt svar',
  'automaattinen vastaus',
  'odpowiedź automatyczna',
  'autoodpowiedź',
  'automatická odpověď',
  'автоматический ответ',
  'автоответ',
  'otomatik yanıt',
  '自動返信',
  '自动回复',
  '자동 회신',
]

function isAwaySubject(subject: string): boolean {
  const words = subject.normalize('NFC').toLowerCase().trimStart()
  return AWAY_SUBJECTS.some((away) => words.startsWith(away))
}
