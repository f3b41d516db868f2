const says: Readonly<Record<string, string>> = {
  'rejection-after-review': 'Not now, after reading',
  'rejection-after-interview': 'Not now, after interviews',
  'position-closed': 'The job is closed',
  'application-advanced': 'Next step',
  'withdrawal-confirmed': 'Withdrawal confirmed',
}

/** A template as people call it. */
export const templateSays = (key: string): string => says[key] ?? key.replaceAll('-', ' ')
