/** What holds a mail that has not left; one that left needs no word. */
export const mailStateWords: Readonly<Record<string, string>> = {
  waiting: 'Waits',
  sending: 'Leaving',
  blocked: 'Held back',
  failed: 'Not sent',
  cancelled: 'Cancelled',
}
