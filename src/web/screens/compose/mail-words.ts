/** What holds a mail that has not left; one that left needs no word. */
export const mailStateWords: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  sending: 'On its way',
  blocked: 'Held back',
  failed: 'Not sent',
  cancelled: 'Cancelled',
}

/** What came in that nobody wrote by hand, or not as a mail. */
export const mailKindWords: Readonly<Record<string, string>> = {
  'auto-reply': 'Automatic reply',
  bounce: 'Came back',
  complaint: 'Complaint',
  'invitation-answer': 'Answer to an invitation',
}
