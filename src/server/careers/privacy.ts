import type { PrivacyPage } from '../../careers/site/privacy.ts'

const untilAsked = 'Until you ask us to delete it'

/** What the product stores about people who apply, as it really does; a test keeps it beside the form. */
export const storedAboutApplicants: PrivacyPage = {
  stored: [
    {
      what: 'Name, address, telephone, town, clock',
      why: 'To know you and to answer you.',
      ground: 'GDPR Art. 6(1)(b)',
      seenBy: 'The people team and the team of the job',
      keptFor: untilAsked,
    },
    {
      what: 'Your answers, with the job’s text as you read it',
      why: 'To decide on your application, and to show later what was decided on.',
      ground: 'GDPR Art. 6(1)(b)',
      seenBy: 'The people team and the team of the job',
      keptFor: untilAsked,
    },
    {
      what: 'Files you send, and the text read from them on our own machine',
      why: 'To save you typing and to be read by a person.',
      ground: 'GDPR Art. 6(1)(b)',
      seenBy: 'The people team and the team of the job',
      keptFor: untilAsked,
    },
    {
      what: 'Messages and mails between you and us',
      why: 'To answer you and to know what was promised.',
      ground: 'GDPR Art. 6(1)(b)',
      seenBy: 'The people team and the team of the job',
      keptFor: untilAsked,
    },
    {
      what: 'Each step and decision, with its time and who took it',
      why: 'To be able to say why, to you and to an authority.',
      ground: 'GDPR Art. 6(1)(c) and (f)',
      seenBy: 'The people team and the team of the job',
      keptFor: untilAsked,
    },
    {
      what: 'Your yes to other jobs, where you gave it',
      why: 'To tell you about jobs that fit.',
      ground: 'GDPR Art. 6(1)(a)',
      seenBy: 'The people team',
      keptFor: '12 months, or until you take it back',
    },
    {
      what: 'A form begun and not sent, and its files',
      why: 'To bring it back when you asked us to keep it.',
      ground: 'GDPR Art. 6(1)(b)',
      seenBy: 'Nobody',
      keptFor: 'Files a day, the form for as long as the mail says',
    },
  ],
  changedOn: '2026-11-22',
}
