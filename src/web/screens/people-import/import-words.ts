import type { ColumnRole } from '../../../exchange/model/column.ts'

/** Where an import stands, in a word or two. */
export const stateWords = {
  reading: 'Being read',
  unreadable: 'Could not be read',
  ready: 'Ready to check',
  previewing: 'Being checked',
  previewed: 'Checked',
  running: 'Coming in',
  done: 'Done',
  cancelled: 'Stopped',
  reverting: 'Being taken back',
  reverted: 'Taken back',
} as const

/** What a column can be, in the groups they are offered in. */
export const roleGroups: readonly {
  readonly group: string
  readonly roles: readonly (readonly [ColumnRole, string])[]
}[] = [
  {
    group: 'Who',
    roles: [
      ['fullName', 'Full name'],
      ['givenName', 'First name'],
      ['middleName', 'Middle name'],
      ['familyName', 'Last name'],
      ['goesBy', 'Goes by'],
      ['pronouns', 'Pronouns'],
      ['externalId', 'Their id in the other system'],
    ],
  },
  {
    group: 'How to reach them',
    roles: [
      ['email', 'Mail'],
      ['phone', 'Phone'],
      ['link', 'Link'],
    ],
  },
  {
    group: 'What they do',
    roles: [
      ['title', 'Title'],
      ['headline', 'Headline'],
      ['company', 'Company'],
      ['skills', 'Skills'],
      ['language', 'Language'],
    ],
  },
  {
    group: 'Where they live',
    roles: [
      ['location', 'Place'],
      ['address', 'Street'],
      ['city', 'City'],
      ['region', 'Region'],
      ['postcode', 'Postcode'],
      ['country', 'Country'],
    ],
  },
  {
    group: 'With us',
    roles: [
      ['tags', 'Tags'],
      ['notes', 'Notes'],
      ['source', 'Where they came from'],
      ['ownerMail', 'Mail of who looks after them'],
    ],
  },
  {
    group: 'May we write',
    roles: [
      ['doNotContact', 'Do not contact'],
      ['mayContact', 'May be contacted'],
      ['unsubscribed', 'Unsubscribed'],
      ['poolConsent', 'Consent to the talent pool'],
      ['newsletterConsent', 'Consent to newsletters'],
      ['consentText', 'Text they agreed to'],
      ['consentProof', 'Where the proof lies'],
      ['consentDate', 'When they agreed'],
    ],
  },
]

export const outcomeWords = {
  added: { would: 'New', did: 'Added' },
  joined: { would: 'On record already', did: 'Joined' },
  skipped: { would: 'Left out', did: 'Left out' },
  error: { would: 'Can’t come in', did: 'Failed' },
} as const

export const revertedWords = {
  removed: 'Removed',
  'taken-back': 'Taken back',
  kept: 'Kept: touched since',
} as const
