import { isMarketing, type MailPurpose } from './outgoing-mail.ts'

const words = {
  en: {
    because: (name: string) => `You get this because ${name} would like to get to know you.`,
    newsletter: (name: string) => `You get this because you subscribed at ${name}.`,
    event: (name: string) => `You get this because you wanted to hear of events at ${name}.`,
    stop: 'No more mail like this',
  },
  de: {
    because: (name: string) => `Du bekommst diese Mail, weil ${name} dich kennenlernen möchte.`,
    newsletter: (name: string) => `Du bekommst diese Mail, weil du sie bei ${name} bestellt hast.`,
    event: (name: string) =>
      `Du bekommst diese Mail, weil du von Veranstaltungen bei ${name} hören wolltest.`,
    stop: 'Keine solchen Mails mehr',
  },
  nl: {
    because: (name: string) => `Je krijgt deze mail omdat ${name} je graag leert kennen.`,
    newsletter: (name: string) => `Je krijgt deze mail omdat je je bij ${name} hebt aangemeld.`,
    event: (name: string) => `Je krijgt deze mail omdat je van evenementen bij ${name} wilde horen.`,
    stop: 'Geen mail meer zoals deze',
  },
} as const

const wordsIn = (language: string) =>
  words[language.split('-')[0]!.toLowerCase() as keyof typeof words] ?? words.en

/** Why the person gets the mail; marketing says it in every mail. */
export const reasonFor = (purpose: MailPurpose, language: string, organisation: string): string => {
  const own = wordsIn(language)
  return purpose === 'newsletter'
    ? own.newsletter(organisation)
    : purpose === 'event'
      ? own.event(organisation)
      : own.because(organisation)
}

/** The lines below a mail: who sends it from where; with marketing also why, and the way out. */
export const footerLines = (of: {
  readonly purpose: MailPurpose
  readonly language: string
  readonly organisation: string
  readonly postalAddress: string
  readonly unsubscribeUrl: string | null
}): readonly string[] => {
  const sender = [of.organisation, onOneLine(of.postalAddress)].filter((part) => part !== '').join(' · ')
  if (!isMarketing(of.purpose)) return sender === '' ? [] : [sender]
  const own = wordsIn(of.language)
  return [
    reasonFor(of.purpose, of.language, of.organisation),
    ...(of.unsubscribeUrl ? [`${own.stop}: ${of.unsubscribeUrl}`] : []),
    sender,
  ]
}

/** Which way the language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  ['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'].includes(language.split('-')[0]!.toLowerCase())
    ? 'rtl'
    : 'ltr'

const onOneLine = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ')
