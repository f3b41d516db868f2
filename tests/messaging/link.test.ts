import { expect, it } from 'vitest'
import type { Instant } from '../../src/kernel/model/time.ts'
import { partMails, type SpokenMail } from '../../src/messaging/model/link.ts'

const thread = { id: 'linked', fromAddress: 'Stranger@example.net' }
const own = new Set(['stranger@example.net', 'tilda@example.org'])
const mail = (part: Partial<SpokenMail>): SpokenMail => ({
  id: 'a mail',
  threadId: 'linked',
  direction: 'in',
  address: 'stranger@example.net',
  isAnswer: false,
  at: '2026-11-21T12:00:00.000Z' as Instant,
  ...part,
})

it.each<[string, Partial<SpokenMail>, { strangers: number; persons: number; isReliedOn: boolean }]>([
  ['what the stranger wrote', {}, { strangers: 1, persons: 0, isReliedOn: false }],
  ['what we answered', { direction: 'out' }, { strangers: 1, persons: 0, isReliedOn: false }],
  ['an answer of theirs', { isAnswer: true }, { strangers: 1, persons: 0, isReliedOn: false }],
  [
    'their answer from an address nobody knows',
    { address: 'third@example.net', isAnswer: true },
    { strangers: 1, persons: 0, isReliedOn: false },
  ],
  [
    'what the person wrote there from their own',
    { address: 'tilda@example.org' },
    { strangers: 0, persons: 1, isReliedOn: false },
  ],
  [
    'what we wrote to the person there',
    { address: 'tilda@example.org', direction: 'out' },
    { strangers: 0, persons: 1, isReliedOn: false },
  ],
  [
    'a later mail that found the person by the address alone',
    { threadId: 'other' },
    { strangers: 1, persons: 0, isReliedOn: false },
  ],
  [
    'an answer to us elsewhere: the address is theirs after all',
    { threadId: 'other', isAnswer: true },
    { strangers: 0, persons: 0, isReliedOn: true },
  ],
  [
    'a mail of ours to it elsewhere, which may be about an application',
    { threadId: 'other', direction: 'out' },
    { strangers: 0, persons: 0, isReliedOn: true },
  ],
])('%s', (_, part, { strangers, persons, isReliedOn }) => {
  const parting = partMails(thread, [mail(part)], own)
  expect([parting.strangers.length, parting.persons.length, parting.isReliedOn]).toEqual([
    strangers,
    persons,
    isReliedOn,
  ])
})
