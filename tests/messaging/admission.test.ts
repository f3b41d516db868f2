import { describe, expect, it } from 'vitest'
import { instant } from '../../src/kernel/model/time.ts'
import { type AdmissionQuestion, admit } from '../../src/messaging/model/admission.ts'
import { contactTermsOf } from '../../src/messaging/model/contact-terms.ts'
import { isMarketing, mailPurposes } from '../../src/messaging/model/outgoing-mail.ts'
import { endOfQuietHours } from '../../src/messaging/model/quiet-hours.ts'

const now = instant('2026-11-24T10:00:00Z')
const usual: AdmissionQuestion = {
  purpose: 'outreach',
  consent: 'given',
  suppression: 'none',
  doNotContact: false,
  isInProcess: false,
  hasEverApplied: false,
  recentMarketing: [],
  terms: contactTermsOf({}),
  now,
}
const daysAgo = (days: number) => instant(Date.parse(now) - days * 86_400_000)
const rejected = daysAgo(9)
const mina = { name: 'Mina', lastWord: daysAgo(3) }

describe('the contact guard', () => {
  it.each<[string, Partial<AdmissionQuestion>, string]>([
    ['outreach to someone free', {}, 'yes'],
    ['outreach without consent rests on legitimate interest', { consent: 'none' }, 'yes'],
    ['outreach after consent was withdrawn', { consent: 'withdrawn' }, 'consent-withdrawn'],
    ['a newsletter without consent', { purpose: 'newsletter', consent: 'none' }, 'no-consent'],
    ['a newsletter on an expired consent', { purpose: 'newsletter', consent: 'expired' }, 'no-consent'],
    [
      'an invitation to an event on an unproven consent',
      { purpose: 'event', consent: 'unproven' },
      'no-consent',
    ],
    ['process mail to a dead address', { purpose: 'process', suppression: 'hard' }, 'address-dead'],
    ['process mail to an erased person', { purpose: 'process', suppression: 'erased' }, 'erased'],
    ['an interview after unsubscribing', { purpose: 'process', suppression: 'marketing' }, 'yes'],
    ['an interview after a complaint', { purpose: 'process', suppression: 'complaint' }, 'yes'],
    ['outreach after a complaint', { suppression: 'complaint' }, 'complained'],
    ['outreach after unsubscribing', { suppression: 'marketing' }, 'unsubscribed'],
    ['outreach to who asked to be left alone', { doNotContact: true }, 'do-not-contact'],
    [
      'an answer to who asked to be left alone',
      { purpose: 'process', act: 'reply', doNotContact: true },
      'yes',
    ],
    ['outreach to someone in process', { isInProcess: true }, 'in-process'],
    ['a newsletter to someone in process', { purpose: 'newsletter', isInProcess: true }, 'in-process'],
    ['outreach to somebody who was hired', { isHired: true }, 'hired'],
    ['a newsletter to somebody who was hired', { purpose: 'newsletter', isHired: true }, 'hired'],
    ['a welcome to somebody who was hired', { purpose: 'process', isHired: true }, 'yes'],
    ['process mail to someone in process', { purpose: 'process', isInProcess: true }, 'yes'],
    ['a rejection of who never applied', { purpose: 'process', act: 'rejection' }, 'never-applied'],
    ['a rejection of who applied', { purpose: 'process', act: 'rejection', hasEverApplied: true }, 'yes'],
    ['outreach nine days after a rejection', { rejectedAt: rejected }, 'rejected-recently'],
    ['outreach when the cool-off is over', { rejectedAt: daysAgo(90) }, 'yes'],
    ['a newsletter nine days after a rejection', { purpose: 'newsletter', rejectedAt: rejected }, 'yes'],
    ['outreach into a colleague’s conversation', { colleague: mina }, 'colleague-in-conversation'],
    ['outreach long after a colleague’s last word', { colleague: { ...mina, lastWord: daysAgo(14) } }, 'yes'],
    ['a third mail within a week', { recentMarketing: [daysAgo(6), daysAgo(1)] }, 'too-often'],
    ['a mail when one of two left the week', { recentMarketing: [daysAgo(7), daysAgo(1)] }, 'yes'],
    ['process mail over the budget', { purpose: 'process', recentMarketing: [now, now, now] }, 'yes'],
  ])('%s', (_, change, expected) => {
    const answer = admit({ ...usual, ...change })
    expect(answer.allowed ? 'yes' : answer.code).toBe(expected)
    if (!answer.allowed) expect(answer.says).toMatch(/^[A-Z“].*\.$/)
  })

  it('says until when to wait, and lets only passing reasons be overridden with a note', () => {
    expect(admit({ ...usual, rejectedAt: rejected })).toEqual({
      allowed: false,
      code: 'rejected-recently',
      says: 'We rejected them less than 90 days ago.',
      override: 'with-note',
      until: '2027-02-13T10:00:00.000Z',
    })
    expect(admit({ ...usual, recentMarketing: [daysAgo(1), daysAgo(6)] })).toMatchObject({
      until: '2026-11-25T10:00:00.000Z',
    })
    expect(admit({ ...usual, suppression: 'marketing', rejectedAt: rejected })).toMatchObject({
      override: 'never',
    })
  })

  it('holds its promises in every combination of purpose, suppression, wish, consent and process', () => {
    const suppressions = ['none', 'hard', 'complaint', 'marketing', 'erased'] as const
    const consents = ['given', 'withdrawn', 'expired', 'unproven', 'none'] as const
    let asked = 0
    for (const purpose of mailPurposes)
      for (const suppression of suppressions)
        for (const consent of consents)
          for (const doNotContact of [true, false])
            for (const isInProcess of [true, false]) {
              asked += 1
              const { allowed } = admit({
                ...usual,
                purpose,
                suppression,
                consent,
                doNotContact,
                isInProcess,
              })
              const isDead = suppression === 'hard' || suppression === 'erased'
              const needsConsent = purpose === 'newsletter' || purpose === 'event'
              const isConsented = needsConsent ? consent === 'given' : consent !== 'withdrawn'
              const isWelcome = suppression === 'none' && isConsented && !doNotContact && !isInProcess
              expect({ purpose, suppression, consent, doNotContact, isInProcess, allowed }).toEqual({
                ...{ purpose, suppression, consent, doNotContact, isInProcess },
                allowed: !isDead && (!isMarketing(purpose) || isWelcome),
              })
            }
    expect(asked).toBe(500)
  })

  const nights = { from: '20:00', to: '08:00', zone: 'Europe/Lisbon', weekends: true }

  it('moves a mail to the morning on the recipient’s clock instead of refusing it', () => {
    const late = instant('2026-11-24T22:30:00Z')
    expect(admit({ ...usual, quietHours: nights, now: late })).toEqual({
      allowed: true,
      notBefore: '2026-11-25T08:00:00.000Z',
    })
    expect(admit({ ...usual, quietHours: nights })).toEqual({ allowed: true })
    expect(admit({ ...usual, purpose: 'process', act: 'reply', quietHours: nights, now: late })).toEqual({
      allowed: true,
    })
  })

  it.each([
    ['a Friday night runs to Monday', nights, '2026-11-27T21:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['early morning', nights, '2026-11-24T05:00:00Z', '2026-11-24T08:00:00.000Z'],
    [
      'another zone',
      { ...nights, zone: 'America/New_York' },
      '2026-11-24T10:00:00Z',
      '2026-11-24T13:00:00.000Z',
    ],
    [
      'the night the clocks go forward',
      { ...nights, zone: 'Europe/Berlin', weekends: false },
      '2026-03-28T21:00:00Z',
      '2026-03-29T06:00:00.000Z',
    ],
    [
      'a nonsense zone counts as UTC',
      { ...nights, zone: 'Mars/Base' },
      '2026-11-24T21:00:00Z',
      '2026-11-25T08:00:00.000Z',
    ],
    [
      'midday quiet',
      { from: '12:00', to: '13:00', zone: 'UTC', weekends: false },
      '2026-11-24T12:30:00Z',
      '2026-11-24T13:00:00.000Z',
    ],
    [
      'no quiet at all',
      { from: '00:00', to: '00:00', zone: 'UTC', weekends: false },
      '2026-11-24T12:30:00Z',
      undefined,
    ],
  ])('knows when quiet ends: %s', (_, quiet, at, end) => {
    expect(endOfQuietHours(quiet, instant(at))).toBe(end)
  })
})
